// What every part of an open agenda is given.
import type { Doing } from "../../doing";
import type { Agenda, Day, Step } from "../contract";
import { sayAgenda } from "../words/words";

/** A document that a step may open. */
export type Target = { id: string; title: string; kind: string };

export type Desk = {
  readonly agenda: Agenda;
  readonly editable: boolean;
  readonly isConnected: boolean;
  readonly space: string;
  /** The documents of the space. */
  readonly documents: readonly Target[];
  readonly act: Doing<Agenda>["act"];
};

/** What a step is called, also when nobody gave it a title. */
export function named(step: Step): string {
  return step.title || sayAgenda().step.untitled;
}

export function dayNamed(day: Day): string {
  return day.title || sayAgenda().day.untitled;
}
