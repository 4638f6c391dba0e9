// Looks through a page, and again after a change through the lines alone that are others than before.
import type { Node } from "prosemirror-model";
import { hitsIn, type Query, type Range } from "./hits";

/** Looks for one thing in the pages it is given, one after another. */
export function searchFor(query: Query): (page: Node) => Range[] {
  const known = new WeakMap<Node, readonly Range[]>();
  const inText = (text: Node): readonly Range[] => {
    const hits = known.get(text) ?? hitsIn(text.textContent, query);
    known.set(text, hits);
    return hits;
  };
  return (page) => {
    const found: Range[] = [];
    page.descendants((node, position) => {
      if (!node.isTextblock) return true;
      for (const { from, to } of inText(node))
        found.push({ from: position + 1 + from, to: position + 1 + to });
      return false;
    });
    return found;
  };
}
