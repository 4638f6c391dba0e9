// Where steps stand: in a day, or among those that wait for one. A move writes the day, then the rank, always both.
import type { Pen } from "../../../../document/pen";
import { placeAmong } from "../../../../document/place-among";
import type { Agenda, Step } from "../../contract";

/** What stands for the steps that wait for a day. */
export const WAITING = "";

/** The steps of a day, or those that wait. */
export function standing(agenda: Agenda, day: string): readonly Step[] {
  return day === WAITING ? agenda.waiting : (agenda.days.find(({ id }) => id === day)?.steps ?? []);
}

/** The day a step is in. */
export function dayOf(agenda: Agenda, step: string): string {
  return agenda.days.find(({ steps }) => steps.some(({ id }) => id === step))?.id ?? WAITING;
}

/** Every step there is. */
export function everyStep(agenda: Agenda): Step[] {
  return [...agenda.days.flatMap(({ steps }) => steps), ...agenda.waiting];
}

/** Puts a step into a day, before another step or at the end. */
export function moveStep(
  pen: Pen,
  agenda: Agenda,
  step: string,
  day: string,
  before: string | null,
): void {
  const rank = rankAt(pen, standing(agenda, day), step, before);
  pen.setTogether([
    { path: ["steps", step, "day"], value: day },
    { path: ["steps", step, "rank"], value: rank },
  ]);
}

/** Puts a day before another, or last. */
export function moveDay(pen: Pen, agenda: Agenda, day: string, before: string | null): void {
  const others = agenda.days.filter(({ id }) => id !== day);
  for (const [moved, rank] of placeAmong(others, [day], before))
    pen.set(["days", moved, "rank"], rank);
}

/** The rank of a step that is put among others; those in the way are moved apart. */
export function rankAt(
  pen: Pen,
  steps: readonly Step[],
  step: string,
  before: string | null,
): string {
  const others = steps.filter(({ id }) => id !== step);
  const ranks = placeAmong(others, [step], before);
  for (const [id, rank] of ranks) if (id !== step) pen.set(["steps", id, "rank"], rank);
  return ranks.get(step) ?? "";
}

/** The step that one goes before when it moves up or down by one; undefined where it cannot. */
export function neighbour(
  steps: readonly Step[],
  step: string,
  by: -1 | 1,
): string | null | undefined {
  const at = steps.findIndex(({ id }) => id === step);
  const to = at + by;
  if (at < 0 || to < 0 || to >= steps.length) return undefined;
  return steps[by < 0 ? to : to + 1]?.id ?? null;
}
