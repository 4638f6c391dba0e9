// Where a text has what is looked for.
import { folded, type Folding } from "./fold";

/** What is looked for, and what counts as the same. */
export type Query = Folding & { text: string; isWhole: boolean };

/** From where to where something is. */
export type Range = { from: number; to: number };

/** All places of a text that have it, none over another. */
export function hitsIn(text: string, query: Query): Range[] {
  const wanted = folded(query.text, query).text;
  if (wanted === "") return [];
  const { text: place, starts } = folded(text, query);
  const hits: Range[] = [];
  let at = place.indexOf(wanted);
  while (at >= 0) {
    const end = at + wanted.length;
    const range = { from: starts[at] ?? 0, to: starts[end] ?? text.length };
    const isHit =
      isEdge(starts, at) &&
      isEdge(starts, end) &&
      cutsNoCharacter(text, range) &&
      (!query.isWhole || isWord(text, range));
    if (isHit) hits.push(range);
    at = place.indexOf(wanted, isHit ? end : at + 1);
  }
  return hits;
}

/** Whether a character begins there, and not the second half of what it was parted into. */
function isEdge(starts: readonly number[], at: number): boolean {
  return at === 0 || starts[at] !== starts[at - 1];
}

/** What joins itself to the character before it: an accent, the colour of a hand, the rest of a family. */
const JOINS = /^[\p{M}\p{EMod}\u200d]/u;

function cutsNoCharacter(text: string, { from, to }: Range): boolean {
  return text[from - 1] !== "\u200d" && !JOINS.test(text.slice(to, to + 2));
}

const LETTER_BEFORE = /[\p{L}\p{N}\p{M}_]$/u;
const LETTER_AFTER = /^[\p{L}\p{N}\p{M}_]/u;

function isWord(text: string, { from, to }: Range): boolean {
  const [before, after] = [text.slice(Math.max(0, from - 2), from), text.slice(to, to + 2)];
  return !LETTER_BEFORE.test(before) && !LETTER_AFTER.test(after);
}
