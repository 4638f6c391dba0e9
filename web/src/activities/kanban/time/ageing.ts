// Cards nobody has touched for a while fade a little, so that they are spoken about or put away.
import { DAY_MS } from "../../../day/day-ms";
import type { Card } from "../contract";
import { sayKanban } from "../words/words";

/** How old: 0 fresh, then not touched for two, four and eight weeks. */
export type Age = 0 | 1 | 2 | 3;
type Ageing = Pick<Card, "updated" | "done" | "template" | "archived" | "deleted">;

const WEEK_MS = 7 * DAY_MS;
const WEEKS = { 1: 2, 2: 4, 3: 8 } as const;

/** How long an open card has been left alone, `now` in milliseconds since 1970. Done cards and models do not age. */
export function ageing(card: Ageing, now: number): Age {
  const isClosed = card.done || card.template || card.archived > 0 || card.deleted > 0;
  if (isClosed || card.updated === 0) return 0;
  const weeks = (now - card.updated) / WEEK_MS;
  if (weeks >= WEEKS[3]) return 3;
  if (weeks >= WEEKS[2]) return 2;
  return weeks >= WEEKS[1] ? 1 : 0;
}

/** 'rien de nouveau depuis 2 semaines'; empty for a fresh one. */
export function ageWords(age: Age): string {
  return age === 0 ? "" : sayKanban().due.untouched(WEEKS[age]);
}
