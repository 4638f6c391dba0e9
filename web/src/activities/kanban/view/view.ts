// What every way to look at a kanban is given, and what it asks for.
import type { Card, Column, Label } from "../contract";
import type { Day } from "../../../day/day";

/** Somebody of the space. */
export type Person = { id: string; name: string; hue: number };

/** The properties of `ListView.svelte` and `CalendarView.svelte`. */
export type ViewProperties = {
  /** The columns that are shown, in their order. */
  columns: readonly Column[];
  /** The cards to show, in their order: neither archived nor deleted, and those the filters let through. */
  cards: readonly Card[];
  labels: readonly Label[];
  people: ReadonlyMap<string, Person>;
  /** The day it is here. */
  today: Day;
  editable: boolean;
  /** Opens a card. */
  open: (card: string) => void;
  /** Gives a card another day, or none. */
  reschedule: (card: string, due: Day) => void;
  /** Says that a card is done, or that it is not. */
  finish: (card: string, done: boolean) => void;
};

/** A window that can be opened over the kanban. */
export type Window = "away" | "labels" | "keys" | "chart" | "import" | "subscribe";
