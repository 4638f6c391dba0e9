// Which cards of a plan came, or went elsewhere.
import type { Card, Kanban } from "../contract";

/** Cards that stand in another column than before, or in one for the first time. */
export function arrivals(before: Kanban, now: Kanban): Card[] {
  const columns = new Map(before.cards.filter(isThere).map(({ id, column }) => [id, column]));
  return now.cards.filter((card) => isThere(card) && columns.get(card.id) !== card.column);
}

function isThere({ archived, deleted }: Card): boolean {
  return archived === 0 && deleted === 0;
}
