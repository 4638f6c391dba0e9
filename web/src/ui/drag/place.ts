// Where in a column something would land: before which card, and how far down that is.

/** A place in a column, and where its mark is drawn, in pixels from the top of the column's list. */
export type Place = { column: string; before: string | null; top: number };

/** The place nearest to a height in the window. Cards that are being moved are no places. */
export function placeAt(list: HTMLElement, y: number, moving: readonly string[]): Place {
  const cards = cardsOf(list, moving);
  let [low, high] = [0, cards.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const box = cards[middle]?.getBoundingClientRect();
    if (box && y > box.top + box.height / 2) low = middle + 1;
    else high = middle;
  }
  return placeBefore(list, cards, low);
}

/** The nth place of a column, counted from 0; the last one when there are fewer. */
export function placeNumber(list: HTMLElement, number: number, moving: readonly string[]): Place {
  const cards = cardsOf(list, moving);
  return placeBefore(list, cards, Math.max(0, Math.min(number, cards.length)));
}

/** How many places a column has for what is being moved, and which one is before a card. */
export function countPlaces(
  list: HTMLElement,
  moving: readonly string[],
  before: string | null,
): { at: number; all: number } {
  const ids = cardsOf(list, moving).map((card) => card.dataset["card"]);
  const found = before === null ? -1 : ids.indexOf(before);
  // Those that are not drawn yet are places too.
  const left = Number(list.dataset["left"] ?? 0);
  return { at: found < 0 ? ids.length : found, all: ids.length + left + 1 };
}

/** Brings a place into view; with it the next cards are drawn. */
export function showPlace(list: HTMLElement, { before }: Place): void {
  const cards = cardsOf(list, []);
  const beside = cards.find((card) => card.dataset["card"] === before) ?? cards.at(-1);
  beside?.scrollIntoView({ block: "nearest" });
}

function placeBefore(list: HTMLElement, cards: readonly HTMLElement[], at: number): Place {
  const [before, after] = [cards[at - 1], cards[at]];
  const top = list.getBoundingClientRect().top;
  const edge = after
    ? after.getBoundingClientRect().top - GAP
    : (before?.getBoundingClientRect().bottom ?? top) + GAP;
  return {
    column: list.dataset["column"] ?? "",
    // Below the last card that is drawn there may be others.
    before: after?.dataset["card"] ?? list.dataset["next"] ?? null,
    top: edge - top,
  };
}

/** Half the space between two cards. */
const GAP = 5;

function cardsOf(list: HTMLElement, moving: readonly string[]): HTMLElement[] {
  const cards = Array.from(list.querySelectorAll<HTMLElement>(":scope > [data-card]"));
  return cards.filter((card) => !moving.includes(card.dataset["card"] ?? ""));
}
