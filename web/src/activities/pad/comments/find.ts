// Finds the words of a passage again, where they came back.
import type { Node } from "prosemirror-model";
import type { Passage } from "../binding/passages";

/** Stands between two blocks: nobody can type it. */
const BREAK = "\u0000";

/** The passage in a range of the page that has these words; null when there is none, or more than one. */
export function findWords(page: Node, { from, to }: Passage, words: string): Passage | null {
  if (words === "") return null;
  const text = page.textBetween(from, to, BREAK);
  // Words over several blocks are kept with line feeds between them.
  const pattern = words
    .split("\n")
    .map((line) => line.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"))
    .join(`[\n${BREAK}]`);
  const found = Array.from(text.matchAll(new RegExp(pattern, "g")));
  const [only] = found;
  if (!only || found.length > 1) return null;
  // The range may begin before the first block it has text of.
  const start = page.resolve(from).parent.isTextblock ? from : from + 1;
  const at = (index: number): number => start + index + breaksIn(text.slice(0, index));
  return { from: at(only.index), to: at(only.index + only[0].length) };
}

/** A page spends two positions between two blocks. */
function breaksIn(text: string): number {
  return text.split(BREAK).length - 1;
}
