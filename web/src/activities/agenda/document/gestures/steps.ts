// Steps: adding, changing, doubling, throwing away and fetching back.
import { cut } from "../../../../document/fields";
import { newId } from "../../../../document/new-id";
import type { Pen, Plain } from "../../../../document/pen";
import type { Agenda, Step } from "../../contract";
import { NOTES_CHARS_MAX, STEP_MINUTES_MAX, TITLE_CHARS_MAX } from "../limits";
import { dayOf, everyStep, rankAt, standing } from "./places";
import { refuseOver } from "./refusal";

/** What may be said of a step. */
export type StepDraft = Omit<Step, "id" | "rank">;

/** What a step is before anything is said of it. */
const PLAIN: StepDraft = {
  title: "",
  minutes: 30,
  kind: "practice",
  fixed: null,
  free: false,
  document: "",
  link: "",
  brick: "",
  notes: "",
};

/** Adds a step to a day, before another or at its end. Returns its id. */
export function addStep(
  pen: Pen,
  agenda: Agenda,
  day: string,
  draft: Partial<StepDraft>,
  before: string | null = null,
): string {
  refuseOver("steps", everyStep(agenda).length + 1);
  const id = newId();
  const rank = rankAt(pen, standing(agenda, day), id, before);
  pen.set(["steps", id], { ...writtenOf({ ...PLAIN, ...draft }), day, rank, deleted: 0 });
  return id;
}

export function changeStep(pen: Pen, step: string, change: Partial<StepDraft>): void {
  for (const [field, value] of Object.entries(writtenOf(change)))
    pen.set(["steps", step, field], value);
  if (change.fixed === null) pen.set(["steps", step, "fixed"], undefined);
}

/** The same step once more, right behind it, at no fixed time. */
export function doubleStep(pen: Pen, agenda: Agenda, step: Step): string {
  const day = dayOf(agenda, step.id);
  const steps = standing(agenda, day);
  const next = steps[steps.findIndex(({ id }) => id === step.id) + 1]?.id ?? null;
  return addStep(pen, agenda, day, { ...step, fixed: null }, next);
}

export function removeStep(pen: Pen, step: string): void {
  pen.set(["steps", step, "deleted"], pen.now);
}

/** What is said of a step as it is written, within its limits; no fixed time is not written. */
export function writtenOf(draft: Partial<StepDraft>): Record<string, Plain> {
  const { title, notes, minutes, fixed, kind, free, document, link, brick } = draft;
  const fields = {
    title: title === undefined ? undefined : cut(title.trim(), TITLE_CHARS_MAX),
    notes: notes === undefined ? undefined : cut(notes, NOTES_CHARS_MAX),
    minutes: minutes === undefined ? undefined : Math.min(minutes, STEP_MINUTES_MAX),
    ...{ fixed: fixed ?? undefined, kind, free, document, link, brick },
  };
  const said = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(said) as Record<string, Plain>;
}
