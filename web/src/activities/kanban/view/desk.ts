// What every part of an open plan is given: the plan, who looks at it, and how to do something to it.
import type { Day, Kanban, Label } from "../contract";
import type { Pen } from "../document/pen";
import type { Plan } from "../plan.svelte";
import type { Person } from "./view";

/** Writes into the plan. */
export type Gesture<T> = (pen: Pen, plan: Kanban) => T;

export type Desk = {
  readonly plan: Plan;
  /** The document. */
  readonly id: string;
  readonly space: string;
  readonly editable: boolean;
  readonly isConnected: boolean;
  /** Who one is here. */
  readonly participant: string;
  readonly people: ReadonlyMap<string, Person>;
  readonly labels: ReadonlyMap<string, Label>;
  /** The day it is here. */
  readonly today: Day;
  nameOf: (participant: string) => string;
  /**
   * Does something and says it in a notice that offers to take it back; `quiet`: says it to screen readers only. Undefined when
   * there was no room for it: that was said.
   */
  act: <T>(words: string, gesture: Gesture<T>, how?: "quiet") => T | undefined;
  open: (card: string) => void;
  /** Asks where these cards are to go. */
  askWhere: (cards: readonly string[]) => void;
};
