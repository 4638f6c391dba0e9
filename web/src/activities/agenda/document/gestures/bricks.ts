// The bricks that a vote chose enter the agenda: they fill the steps that were kept free, in their order.
import type { Pen } from "../../../../document/pen";
import type { Agenda, Step } from "../../contract";
import { addStep, changeStep } from "./steps";
import { everyStep, WAITING } from "./places";

/** A brick that was chosen. */
export type Chosen = {
  id: string;
  title: string;
  minutes: number;
  /** The pad it is written in; empty for none. */
  pad: string;
};

/** Where chosen bricks go: each into a free step, or none is left for it. */
export type Placing = { filled: { step: Step; brick: Chosen }[]; waiting: Chosen[] };

/** Where bricks would go: into the free steps of all days, in their order. What stands in the agenda already is left out. */
export function placing(agenda: Agenda, chosen: readonly Chosen[]): Placing {
  const known = new Set(everyStep(agenda).map(({ brick }) => brick));
  const wanted = chosen.filter(({ id }) => !known.has(id));
  const free = freeSteps(agenda);
  const filled = free.flatMap((step, at) => {
    const brick = wanted[at];
    return brick ? [{ step, brick }] : [];
  });
  return { filled, waiting: wanted.slice(filled.length) };
}

/** Puts them there. A step keeps its time and its length: what does not fit is seen as any other conflict is. */
export function takeBricks(pen: Pen, agenda: Agenda, { filled, waiting }: Placing): void {
  for (const { step, brick } of filled) changeStep(pen, step.id, { ...saidOf(brick), free: false });
  for (const brick of waiting)
    addStep(pen, agenda, WAITING, { ...saidOf(brick), minutes: brick.minutes });
}

const saidOf = ({ id, title, pad }: Chosen) => ({ title, brick: id, document: pad });

/** The steps that were kept free, in the order in which they come. */
export function freeSteps(agenda: Agenda): Step[] {
  return agenda.days.flatMap(({ steps }) => steps).filter(({ free }) => free);
}
