// Where a selection is in a table, and how what is selected over its cells is taken out.
import type { Node, ResolvedPos } from "prosemirror-model";
import { TextSelection, type EditorState, type Transaction } from "prosemirror-state";
import { schema } from "../page/schema";

/** Where a selection is in a table: the table and what is around the caret, by numbers from 0. */
export type InTable = {
  table: Node;
  /** The position before the table. */
  start: number;
  row: number;
  column: number;
};

/** The cell a position is in; null outside of tables and in a caption. */
export function cellAt($at: ResolvedPos): InTable | null {
  if ($at.depth < 4 || $at.node(1).type !== schema.nodes.table) return null;
  return { table: $at.node(1), start: $at.before(1), row: $at.index(1) - 1, column: $at.index(2) };
}

/** Whether the caret is anywhere in a table. */
export function isInTable({ selection: { $from } }: EditorState): boolean {
  return $from.depth > 1;
}

/** Whether a selection reaches from a part of a table to elsewhere. */
export function crossesCells({ selection: { $from, $to } }: EditorState): boolean {
  return !$from.sameParent($to) && ($from.depth > 1 || $to.depth > 1);
}

/** Takes out what is selected. Over several cells their texts go, and the cells stay. */
export function emptied(state: EditorState): Transaction {
  const { from, to } = state.selection;
  const transaction = state.tr;
  if (!crossesCells(state)) return transaction.deleteSelection();
  emptyBetween(transaction, from, to);
  return transaction.setSelection(TextSelection.near(transaction.doc.resolve(from), 1));
}

/** Takes out the texts between two positions, and leaves what they stand in. */
export function emptyBetween(transaction: Transaction, from: number, to: number): void {
  const texts: { start: number; end: number }[] = [];
  transaction.doc.nodesBetween(from, to, (node, position) => {
    if (node.isTextblock)
      texts.push({
        start: Math.max(from, position + 1),
        end: Math.min(to, position + 1 + node.content.size),
      });
    return !node.isTextblock;
  });
  for (const { start, end } of texts.reverse()) if (start < end) transaction.delete(start, end);
}
