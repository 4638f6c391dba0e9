// Days: adding, changing, doubling with their steps, throwing away.
import { cut } from "../../../../document/fields";
import { newId } from "../../../../document/new-id";
import type { Pen } from "../../../../document/pen";
import { placeAmong } from "../../../../document/place-among";
import type { Agenda, Day } from "../../contract";
import { TITLE_CHARS_MAX } from "../limits";
import { everyStep } from "./places";
import { refuseOver } from "./refusal";
import { writtenOf } from "./steps";

/** When a day begins if nobody says: nine o'clock. */
const START_MINUTES = 9 * 60;

/** What may be changed of a day. */
export type DayDraft = Pick<Day, "title" | "date" | "start">;

/** Adds a day after all others, or before one. Returns its id. */
export function addDay(
  pen: Pen,
  agenda: Agenda,
  draft: Partial<DayDraft>,
  before: string | null = null,
): string {
  refuseOver("days", agenda.days.length + 1);
  const id = newId();
  const ranks = placeAmong(agenda.days, [id], before);
  for (const [moved, rank] of ranks) if (moved !== id) pen.set(["days", moved, "rank"], rank);
  pen.set(["days", id], {
    title: cut(draft.title?.trim() ?? "", TITLE_CHARS_MAX),
    date: draft.date ?? "",
    start: draft.start ?? START_MINUTES,
    rank: ranks.get(id) ?? "",
    deleted: 0,
  });
  return id;
}

export function changeDay(pen: Pen, day: string, change: DayDraft): void {
  const title = cut(change.title.trim(), TITLE_CHARS_MAX);
  for (const [field, value] of Object.entries({ ...change, title }))
    pen.set(["days", day, field], value);
}

/** The same day once more behind it, with its steps, on no day of the calendar. Returns its id. */
export function doubleDay(pen: Pen, agenda: Agenda, day: Day, title: string): string {
  refuseOver("steps", everyStep(agenda).length + day.steps.length);
  const next = agenda.days[agenda.days.findIndex(({ id }) => id === day.id) + 1]?.id ?? null;
  const id = addDay(pen, agenda, { title, start: day.start }, next);
  for (const step of day.steps) {
    const { rank } = step;
    pen.set(["steps", newId()], { ...writtenOf(step), day: id, rank, deleted: 0 });
  }
  return id;
}

/** Throws a day away; its steps go with it, unless `keeps`: then they wait for another. */
export function removeDay(pen: Pen, day: Day, keeps: boolean): void {
  if (!keeps) for (const { id } of day.steps) pen.set(["steps", id, "deleted"], pen.now);
  pen.set(["days", day.id, "deleted"], pen.now);
}
