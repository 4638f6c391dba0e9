// What is done to whole lines: the one the caret is in, or all that the selection touches. Cells of tables are left alone.
import { Fragment } from "prosemirror-model";
import { Selection, TextSelection, type Command } from "prosemirror-state";
import { paragraph, rewritten, selectedBlocks } from "./blocks";

/** Copies the lines below themselves; one is then in the copy. */
export const duplicateLines: Command = (state, dispatch) => {
  const blocks = selectedBlocks(state);
  const last = blocks.at(-1);
  if (!last) return true;
  const copies = Fragment.from(blocks.map(({ node }) => node));
  const transaction = state.tr.insert(last.position + last.node.nodeSize, copies);
  const { anchor, head } = state.selection;
  const [$anchor, $head] = [anchor, head].map((at) => transaction.doc.resolve(at + copies.size));
  if ($anchor && $head) transaction.setSelection(TextSelection.between($anchor, $head));
  dispatch?.(transaction.scrollIntoView());
  return true;
};

/** Takes the lines out. A page keeps one, without a word. */
export const deleteLines: Command = (state, dispatch) => {
  const blocks = selectedBlocks(state);
  const [first] = blocks;
  if (!first) return true;
  const transaction = state.tr;
  if (blocks.length === state.doc.childCount) {
    for (const { node, position } of blocks.slice(1).reverse())
      transaction.delete(position, position + node.nodeSize);
    transaction.delete(1, 1 + first.node.content.size);
    rewritten(transaction, [{ node: first.node, position: 0 }], () => paragraph);
  } else {
    for (const { node, position } of [...blocks].reverse())
      transaction.delete(position, position + node.nodeSize);
  }
  const at = Math.min(first.position, transaction.doc.content.size);
  transaction.setSelection(Selection.near(transaction.doc.resolve(at)));
  dispatch?.(transaction.scrollIntoView());
  return true;
};
