// What keys do under a picture: Enter goes on below it, and erasing where nothing is written takes it away.
import { TextSelection, type EditorState, type Transaction } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { schema } from "../page/schema";
import { isInImage } from "../writing/chosen-image";

/** Whether the key was one of these. */
export function imageKeys(view: EditorView, event: KeyboardEvent): boolean {
  if (event.altKey || event.ctrlKey || event.metaKey || view.composing) return false;
  const transaction = imageKey(view.state, event);
  if (!transaction) return false;
  if (transaction !== true) view.dispatch(transaction.scrollIntoView());
  return true;
}

/** What a key does; true when it does nothing, null when it is none of these. */
export function imageKey(
  state: EditorState,
  { key, shiftKey }: Pick<KeyboardEvent, "key" | "shiftKey">,
): Transaction | true | null {
  const { $from, empty } = state.selection;
  if (key === "Backspace" && isBehindImage(state)) return intoCaption(state);
  if (!isInImage(state)) return null;
  if (key === "Enter" && !shiftKey) return below(state);
  if (!empty) return null;
  const { size } = $from.parent.content;
  if (key === "Backspace" && $from.parentOffset === 0) return size === 0 ? without(state) : true;
  if (key === "Delete" && $from.parentOffset === size) return size === 0 ? without(state) : true;
  return null;
}

/** Whether the caret is at the start of words that follow a picture. */
function isBehindImage({ doc, selection: { $from, empty } }: EditorState): boolean {
  const number = $from.index(0);
  const before = number > 0 ? doc.child(number - 1) : null;
  const isAtStart = empty && $from.depth === 1 && $from.parentOffset === 0;
  const isPlain = $from.parent.type === schema.nodes.paragraph && $from.parent.content.size > 0;
  return isAtStart && isPlain && before?.type === schema.nodes.image;
}

function intoCaption({ doc, tr, selection: { $from } }: EditorState): Transaction {
  return tr.setSelection(TextSelection.create(doc, $from.before() - 1));
}

/** What stands behind the caret goes into a line below. */
function below(state: EditorState): Transaction {
  const transaction = state.tr.deleteSelection();
  const { $from } = transaction.selection;
  const rest = $from.parent.content.cut($from.parentOffset);
  const next = transaction.doc.nodeAt($from.after());
  const isFree = next?.type === schema.nodes.paragraph && next.content.size === 0;
  if (rest.size > 0) transaction.delete($from.pos, $from.end());
  const start = $from.pos + 1;
  if (rest.size > 0 || !isFree)
    transaction.insert(start, schema.nodes.paragraph.create(null, rest));
  return transaction.setSelection(TextSelection.create(transaction.doc, start + 1));
}

/** The picture gone, and the caret where it was. */
function without(state: EditorState): Transaction {
  const { $from } = state.selection;
  const [start, end] = [$from.before(), $from.after()];
  const transaction = state.tr;
  if (state.doc.childCount === 1)
    transaction.replaceWith(start, end, schema.nodes.paragraph.create());
  else transaction.delete(start, end);
  const place = transaction.doc.resolve(Math.min(start, transaction.doc.content.size));
  return transaction.setSelection(TextSelection.near(place));
}
