// The cards of each column, of those one sees.
import type { Card } from "../contract";

type Piles = ReadonlyMap<string, readonly Card[]>;

/**
 * Sorts cards by their columns, again and again. A column in which nothing changed keeps the very same list: the page looks
 * at the one that changed.
 */
export function createPiles(): (cards: readonly Card[]) => Piles {
  let before: Piles = new Map();
  return (cards) => {
    const piles = new Map<string, readonly Card[]>(pileUp(cards));
    for (const [column, pile] of piles) {
      const known = before.get(column);
      if (known && isSame(known, pile)) piles.set(column, known);
    }
    before = piles;
    return piles;
  };
}

function pileUp(cards: readonly Card[]): Map<string, Card[]> {
  const piles = new Map<string, Card[]>();
  for (const card of cards) {
    const pile = piles.get(card.column);
    if (pile) pile.push(card);
    else piles.set(card.column, [card]);
  }
  return piles;
}

function isSame(a: readonly Card[], b: readonly Card[]): boolean {
  return a.length === b.length && a.every((card, at) => card === b[at]);
}
