// The numbers of numbered items: they follow from the order of items, so they are shown, not stored.
import type { Node } from "prosemirror-model";
import { Plugin } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";
import { indentOf, isItem } from "../writing/blocks";

/** Shows the number of each numbered item. */
export function numbers(): Plugin<DecorationSet> {
  const plugin: Plugin<DecorationSet> = new Plugin({
    state: {
      init: (_, { doc }) => numbered(doc),
      apply: (transaction, shown) => (transaction.docChanged ? numbered(transaction.doc) : shown),
    },
    props: { decorations: (state) => plugin.getState(state) },
  });
  return plugin;
}

function numbered(page: Node): DecorationSet {
  const decorations: Decoration[] = [];
  /** How far each indent has counted. */
  let counts: number[] = [];
  page.forEach((block, position) => {
    counts = isItem(block) ? counts.slice(0, indentOf(block) + 1) : [];
    if (!isItem(block, "numbered")) {
      if (isItem(block)) counts[indentOf(block)] = 0;
      return;
    }
    const number = (counts[indentOf(block)] ?? 0) + 1;
    counts[indentOf(block)] = number;
    decorations.push(
      Decoration.node(position, position + block.nodeSize, { "data-number": String(number) }),
    );
  });
  return DecorationSet.create(page, decorations);
}
