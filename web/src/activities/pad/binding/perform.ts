// Does a transaction to an editor: to its page, and to its document.
import type { EditorState, Transaction } from "prosemirror-state";
import { sparingCells } from "../writing/spare-cells";
import { hasArrived } from "./arrival";
import { correction, type Binding } from "./binding";

/** The state after a transaction. What somebody did in it is in the document when this returns. */
export function perform(
  binding: Binding,
  state: EditorState,
  transaction: Transaction,
): EditorState {
  const wanted = hasArrived(transaction) ? transaction : sparingCells(state, transaction);
  const { state: next, transactions } = state.applyTransaction(wanted);
  const own = transactions.filter((each) => each.docChanged && !hasArrived(each));
  if (own.length === 0) return next;
  const said = binding.write(own);
  return said === null ? next : next.apply(correction(next, said));
}
