// What each key does on a kanban, and to which cards.
import type { Card } from "../contract";
import { archive, finish, remove, takeCharge } from "./deeds";
import type { Desk } from "./desk";

/** What the keyboard is about. */
export type Keyed = {
  desk: Desk;
  /** The card the keyboard is on. */
  card: Card | undefined;
  /** Those that are chosen, or else that card. */
  cards: readonly string[];
  choose: (card: string) => void;
};

type Deed = (() => void) | undefined;

/** What a key does to cards; undefined when it means nothing here. */
export function deedOf(key: string, keyed: Keyed): Deed {
  const { desk, card } = keyed;
  if (key === "e") return card && (() => desk.open(card.id));
  if (!desk.editable) return undefined;
  if (key === "n") return () => openAdding(card?.column ?? "");
  return onCard(key, keyed) ?? onCards(key, keyed);
}

function onCard(key: string, { desk, card, choose }: Keyed): Deed {
  if (!card) return undefined;
  const deeds: Record<string, () => void> = {
    o: () => finish(desk, card),
    s: () => takeCharge(desk, card),
    x: () => choose(card.id),
  };
  return deeds[key];
}

function onCards(key: string, { desk, cards }: Keyed): Deed {
  if (cards.length === 0) return undefined;
  const deeds: Record<string, () => void> = {
    m: () => desk.askWhere(cards),
    c: () => archive(desk, cards),
    delete: () => remove(desk, cards),
  };
  return deeds[key];
}

/** The field for new cards in a column; the first one's when none is meant. */
function openAdding(column: string): void {
  const one = column === "" ? "[data-add]" : `[data-add="${CSS.escape(column)}"]`;
  document.querySelector<HTMLElement>(one)?.click();
}
