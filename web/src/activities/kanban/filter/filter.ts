// Which cards are shown: by words, people, labels, days, and whether they are done.
import type { Card, Label } from "../contract";
import type { Day } from "../../../day/day";
import { dueState } from "../time/due";
import { finds } from "./search";

/** Stands for whoever looks, so that an address with it means everyone's own cards. */
export const ME = "me";

export const dues = ["", "late", "week", "none"] as const;
export const dones = ["", "open", "done"] as const;

/** Empty means any. Of several people, or several labels, one is enough. */
export type Filter = {
  text: string;
  /** Participants, and `me`. */
  people: readonly string[];
  labels: readonly string[];
  /** Late; within seven days, today included; without a day. */
  due: (typeof dues)[number];
  done: (typeof dones)[number];
};

export type Context = { me: string; today: Day; labels: readonly Label[] };

/** Lets every card through. */
export const everything: Filter = { text: "", people: [], labels: [], due: "", done: "" };

/** Whether a card is to be shown. */
export function matches(card: Card, filter: Filter, context: Context): boolean {
  return (
    isDoneAsAsked(card, filter.done) &&
    isDueAsAsked(card, filter.due, context.today) &&
    isAnyOf(card.people, filter.people, context.me) &&
    isAnyOf(card.labels, filter.labels, "") &&
    finds(card, context.labels, filter.text)
  );
}

/** How many things are asked for: 0 when every card is shown. */
export function asked(filter: Filter): number {
  const { text, people, labels, due, done } = filter;
  const parts = [text.trim(), people.length > 0, labels.length > 0, due, done];
  return parts.filter(Boolean).length;
}

function isDoneAsAsked(card: Card, done: Filter["done"]): boolean {
  return done === "" || card.done === (done === "done");
}

function isDueAsAsked(card: Card, due: Filter["due"], today: Day): boolean {
  const state = dueState(card, today);
  if (due === "week") return state === "today" || state === "soon";
  return due === "" || state === due;
}

function isAnyOf(has: readonly string[], asked: readonly string[], me: string): boolean {
  return asked.length === 0 || asked.some((one) => has.includes(one === ME ? me : one));
}
