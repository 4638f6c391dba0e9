// Cards that are being moved, by whatever hand: which ones, and where they would land.
import { countPlaces, placeNumber, showPlace, type Place } from "./place";

/** What a move tells the view of the columns. */
export type Moves = {
  /** Puts cards into a column, before a card or last. */
  drop: (cards: readonly string[], column: string, before: string | null) => void;
  /** Puts cards together with another; left out where cards are not put together. */
  join?: (cards: readonly string[], onto: string) => void;
  /** Says where one is. */
  say: (
    what: "lifted" | "over" | "cancelled",
    cards: readonly string[],
    column: string,
    at: number,
    all: number,
  ) => void;
  /** The columns one sees, in their order. */
  columns: () => readonly string[];
  /** Brings a column into view. */
  show: (column: string) => void;
};

/** How much of a card, above and below, is a place beside it. */
const JOIN_EDGE = 0.25;

/** The list of a column's cards on the page. */
export function listOf(column: string): HTMLElement | null {
  return document.querySelector(`[data-column="${CSS.escape(column)}"]`);
}

export class Drag {
  cards = $state.raw<readonly string[]>([]);
  over = $state.raw<Place | null>(null);
  /** The card they would be put together with. */
  onto = $state.raw<string | null>(null);
  /** Lifted by the keyboard: arrows move it. */
  byKeys = $state(false);

  constructor(readonly moves: Moves) {}

  get isOn(): boolean {
    return this.cards.length > 0;
  }

  lift(cards: readonly string[]): void {
    this.cards = cards;
    this.over = null;
    this.onto = null;
  }

  /** Whether a card is held over the middle of another, in pixels from the top of the window: they would be put together. */
  isOnto(card: HTMLElement, y: number): boolean {
    const { top, height } = card.getBoundingClientRect();
    const depth = (y - top) / height;
    return !!this.moves.join && depth > JOIN_EDGE && depth < 1 - JOIN_EDGE;
  }

  liftByKeys(cards: readonly string[], column: string, before: string | null): void {
    this.lift(cards);
    this.byKeys = true;
    const list = listOf(column);
    if (!list) return;
    this.#land(list, countPlaces(list, cards, before).at, "lifted");
  }

  /** One place up or down. */
  step(by: number): void {
    const list = this.over && listOf(this.over.column);
    if (!list || !this.over) return;
    this.#land(list, countPlaces(list, this.cards, this.over.before).at + by, "over");
  }

  /** To the next column, or the one before, at about the same height. */
  sideways(by: number): void {
    if (!this.over) return;
    const columns = this.moves.columns();
    const from = listOf(this.over.column);
    const column = columns[columns.indexOf(this.over.column) + by];
    if (column === undefined || !from) return;
    const { at } = countPlaces(from, this.cards, this.over.before);
    this.moves.show(column);
    const list = listOf(column);
    if (list) this.#land(list, at, "over");
  }

  drop(): void {
    const { cards, over, onto } = this;
    this.#end();
    if (onto !== null) this.moves.join?.(cards, onto);
    else if (over) this.moves.drop(cards, over.column, over.before);
  }

  cancel(): void {
    const { cards, isOn } = this;
    this.#end();
    if (isOn) this.moves.say("cancelled", cards, "", 0, 0);
  }

  #land(list: HTMLElement, number: number, what: "lifted" | "over"): void {
    this.over = placeNumber(list, number, this.cards);
    showPlace(list, this.over);
    const { at, all } = countPlaces(list, this.cards, this.over.before);
    this.moves.say(what, this.cards, this.over.column, at + 1, all);
  }

  #end(): void {
    this.cards = [];
    this.over = null;
    this.onto = null;
    this.byKeys = false;
  }
}
