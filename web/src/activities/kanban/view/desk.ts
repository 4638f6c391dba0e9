// What every part of an open kanban is given: the kanban, who looks at it, and how to do something to it.
import type { Kanban, Label } from "../contract";
import type { Day } from "../../../day/day";
import type { Pen } from "../../../document/pen";
import type { OpenKanban } from "../open-kanban";
import type { Person } from "./view";

/** Writes into the kanban. */
export type Gesture<T> = (pen: Pen, kanban: Kanban) => T;

export type Desk = {
  readonly kanban: OpenKanban;
  /** The document. */
  readonly id: string;
  readonly space: string;
  readonly editable: boolean;
  readonly isConnected: boolean;
  /** Whether one may delete files that others attached. */
  readonly holds: boolean;
  /** Who one is here. */
  readonly participant: string;
  readonly people: ReadonlyMap<string, Person>;
  readonly labels: ReadonlyMap<string, Label>;
  /** The day it is here. */
  readonly today: Day;
  nameOf: (participant: string) => string;
  /** As in `Doing`; undefined when there was no room for it. */
  act: <T>(words: string, gesture: Gesture<T>, how?: "quiet") => T | undefined;
  open: (card: string) => void;
  /** Asks where these cards are to go. */
  askWhere: (cards: readonly string[]) => void;
};
