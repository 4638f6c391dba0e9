// How a change made by others arrives: it stays out of the undo history and leaves the caret alone.
import { TextSelection, type EditorState, type Transaction } from "prosemirror-state";

const ARRIVED = "pad-arrived";

/** Whether a transaction brought a change from the document. */
export function hasArrived(transaction: Transaction): boolean {
  return transaction.getMeta(ARRIVED) === true;
}

/** Prepares a transaction that brings a change from the document. */
export function arrive(transaction: Transaction, state: EditorState): Transaction {
  keepSelection(transaction, state);
  return transaction
    .setStoredMarks(state.storedMarks)
    .setMeta("addToHistory", false)
    .setMeta(ARRIVED, true);
}

/**
 * The caret stays in front of what others insert at it, so that two people who type at the same place
 * do not mix their words; a selected range does not grow.
 */
function keepSelection(transaction: Transaction, { selection }: EditorState): void {
  if (!(selection instanceof TextSelection)) return;
  const { doc, mapping } = transaction;
  const side = (position: number) => (selection.empty || position === selection.to ? -1 : 1);
  const anchor = mapping.map(selection.anchor, side(selection.anchor));
  const head = mapping.map(selection.head, side(selection.head));
  transaction.setSelection(TextSelection.between(doc.resolve(anchor), doc.resolve(head)));
}
