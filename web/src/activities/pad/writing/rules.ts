// A rule across the page: how it is put there, and how one writes on after it.
import { TextSelection, type Command, type Transaction } from "prosemirror-state";
import { RewriteStep } from "../page/rewrite";
import { schema } from "../page/schema";
import { rule } from "./blocks";

/** Puts a rule at the caret: an empty line becomes it, any other has it below. Writing goes on after it. */
export const putRule: Command = (state, dispatch) => {
  const { $to } = state.selection;
  const isEmptyLine = $to.parent.type === schema.nodes.paragraph && $to.parent.content.size === 0;
  const position = isEmptyLine ? $to.before(1) : $to.after(1);
  const transaction = state.tr;
  if (isEmptyLine) transaction.step(new RewriteStep(position, rule));
  else transaction.insert(position, schema.nodes.rule.create());
  dispatch?.(writeOnAfter(transaction, position).scrollIntoView());
  return true;
};

/** Whether the caret is on a rule that nothing is written under. */
export function isOnRule({ selection: { $from, empty } }: Pick<Transaction, "selection">): boolean {
  return empty && $from.parent.type === schema.nodes.rule && $from.parent.content.size === 0;
}

/** Puts the caret into an empty line after the block at a position; there is one then. */
export function writeOnAfter(transaction: Transaction, position: number): Transaction {
  const end = position + (transaction.doc.nodeAt(position)?.nodeSize ?? 0);
  const next = transaction.doc.nodeAt(end);
  if (next?.type !== schema.nodes.paragraph || next.content.size > 0)
    transaction.insert(end, schema.nodes.paragraph.create());
  return transaction.setSelection(TextSelection.create(transaction.doc, end + 1));
}
