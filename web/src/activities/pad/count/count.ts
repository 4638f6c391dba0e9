// How many words and characters there are. A line is counted once, and again when it is another.
import type { Node } from "prosemirror-model";

export type Count = { words: number; characters: number };

/** What stands between spaces and has a letter or a digit; an elided article is part of its word, as in French it is counted. */
const WORD = /\S*[\p{L}\p{N}]\S*/gu;
/** Where what is seen as one character may be several. */
const JOINED = /[\p{M}\p{EMod}\u200d\ud800-\udfff]/u;
const segmenter = new Intl.Segmenter();
const known = new WeakMap<Node, Count>();

/** What a whole page has. */
export function countOf(page: Node): Count {
  const total: Count = { words: 0, characters: 0 };
  page.descendants((node) => {
    if (!node.isTextblock) return true;
    const count = known.get(node) ?? counted(node.textContent);
    known.set(node, count);
    add(total, count);
    return false;
  });
  return total;
}

/** What is between two positions of a page. */
export function countBetween(page: Node, from: number, to: number): Count {
  const total: Count = { words: 0, characters: 0 };
  page.nodesBetween(from, to, (node, position) => {
    if (!node.isTextblock) return true;
    const [start, end] = [from - position - 1, to - position - 1];
    const [first, last] = [Math.max(0, start), Math.min(node.content.size, end)];
    if (first < last) add(total, counted(node.textBetween(first, last)));
    return false;
  });
  return total;
}

function add(total: Count, { words, characters }: Count): void {
  total.words += words;
  total.characters += characters;
}

/** Spaces count as characters, line breaks do not. */
function counted(text: string): Count {
  const line = text.replaceAll("\n", "");
  const characters = JOINED.test(line) ? Array.from(segmenter.segment(line)).length : line.length;
  return { words: text.match(WORD)?.length ?? 0, characters };
}
