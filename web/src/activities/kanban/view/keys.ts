// The keyboard among the columns: arrows go from card to card; Space lifts one, arrows move it, Space puts it down.
import type { Card, Column } from "../contract";
import type { Drag } from "../../../ui/drag/drag.svelte";

export type Around = {
  drag: Drag;
  cards: readonly Card[];
  columns: readonly Column[];
  withChosen: (card: string) => readonly string[];
  /** Brings a column into view on a phone. */
  show: (column: string) => void;
  editable: boolean;
};

/** Puts the keyboard on a card. */
export function focusCard(card: string): void {
  const title = document.querySelector<HTMLElement>(`[data-open="${CSS.escape(card)}"]`);
  title?.focus();
  title?.scrollIntoView({ block: "nearest", inline: "nearest" });
}

export function columnsKey(event: KeyboardEvent, around: Around): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const card = cardAt(event, around.cards);
  const isHandled = around.drag.byKeys
    ? moveLifted(event.key, around.drag)
    : card !== undefined && fromCard(event.key, card, around);
  if (!isHandled) return;
  event.preventDefault();
  event.stopPropagation();
}

/** Only the card itself answers to keys: its fields and menus have their own. */
function cardAt({ target }: KeyboardEvent, cards: readonly Card[]): Card | undefined {
  const id = target instanceof HTMLElement ? target.dataset["open"] : undefined;
  return cards.find((card) => card.id === id);
}

function moveLifted(key: string, drag: Drag): boolean {
  const moves: Record<string, () => void> = {
    ArrowUp: () => drag.step(-1),
    ArrowDown: () => drag.step(1),
    ArrowLeft: () => drag.sideways(-1),
    ArrowRight: () => drag.sideways(1),
    " ": () => drag.drop(),
    Enter: () => drag.drop(),
    Escape: () => drag.cancel(),
    // Whoever leaves with a card in hand puts it back.
    Tab: () => drag.cancel(),
  };
  moves[key]?.();
  return key in moves && key !== "Tab";
}

function fromCard(key: string, card: Card, around: Around): boolean {
  if (key === " ") return lift(card, around);
  const by = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }[key];
  if (!by) return false;
  const [sideways = 0, down = 0] = by;
  const column = around.columns.findIndex(({ id }) => id === card.column);
  const at = inColumn(around, column).indexOf(card.id);
  const to =
    sideways === 0 ? inColumn(around, column)[at + down] : beside(around, column, sideways, at);
  if (to === undefined) return true;
  around.show(around.columns[column + sideways]?.id ?? card.column);
  requestAnimationFrame(() => focusCard(to));
  return true;
}

function lift(card: Card, { drag, withChosen, cards, editable }: Around): boolean {
  if (!editable) return false;
  const moving = withChosen(card.id);
  const its = cards.filter(({ column }) => column === card.column);
  const rest = its.slice(its.indexOf(card) + 1).find(({ id }) => !moving.includes(id));
  drag.liftByKeys(moving, card.column, rest?.id ?? null);
  return true;
}

/** The card at the same height in the next column that has any. */
function beside(around: Around, from: number, by: number, at: number): string | undefined {
  const ids = inColumn(around, from + by);
  return ids[Math.min(at, ids.length - 1)];
}

function inColumn({ cards, columns }: Around, at: number): string[] {
  const column = columns[at]?.id;
  return cards.filter((card) => card.column === column).map(({ id }) => id);
}
