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

/** What came of it. */
export type Placed = { placed: number; waiting: number };

/**
 * Fills the free steps of all days in their order, and leaves what finds none waiting. What stands in the agenda already is not
 * put there again. A step keeps its time and its length: what does not fit is seen as any other conflict is.
 */
export function takeBricks(pen: Pen, agenda: Agenda, chosen: readonly Chosen[]): Placed {
  const known = new Set(everyStep(agenda).map(({ brick }) => brick));
  const wanted = chosen.filter(({ id }) => !known.has(id));
  const free = freeSteps(agenda);
  for (const [at, brick] of wanted.entries()) {
    const step = free[at];
    const said = { title: brick.title, brick: brick.id, document: brick.pad };
    if (step) changeStep(pen, step.id, { ...said, free: false });
    else addWaiting(pen, agenda, { ...said, minutes: brick.minutes });
  }
  const placed = Math.min(wanted.length, free.length);
  return { placed, waiting: wanted.length - placed };
}

function addWaiting(pen: Pen, agenda: Agenda, draft: Partial<Step>): void {
  addStep(pen, agenda, WAITING, draft);
}

/** The steps that were kept free, in the order in which they come. */
export function freeSteps(agenda: Agenda): Step[] {
  return agenda.days.flatMap(({ steps }) => steps).filter(({ free }) => free);
}
