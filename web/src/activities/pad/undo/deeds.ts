// What was done in pieces is undone and redone as one deed, and again in pieces.
import { closeHistory, isHistoryTransaction, redo, undoDepth } from "prosemirror-history";
import {
  Plugin,
  PluginKey,
  type Command,
  type EditorState,
  type Transaction,
} from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { piecemeal } from "../../../ui/piecemeal";

/** How deep the history was before the first piece of a deed, and after the last. */
type Deed = { name: object; low: number; high: number };

const key = new PluginKey<readonly Deed[]>("pad-deeds");

/** Knows which pieces are one deed; it stands behind the history. */
export function deeds(): Plugin<readonly Deed[]> {
  return new Plugin<readonly Deed[]>({
    key,
    state: { init: () => [], apply: followed },
  });
}

/** The transaction as a piece of a deed, which `name` is one and the same object for. */
export function pieceOf(name: object, transaction: Transaction): Transaction {
  return closeHistory(transaction.setMeta(key, name));
}

/** Undoes or redoes all of a deed: the first piece at once, the others while the page goes on. */
export function wholly(step: Command): Command {
  return (state, dispatch, view) => {
    if (!step(state, dispatch, view)) return false;
    if (dispatch && view && isWithin(view.state)) goOn(view, step);
    return true;
  };
}

/** How many things may be undone. */
export function depthOf(state: EditorState): number {
  return Number(undoDepth(state));
}

/** Redoes what was undone. */
export const ownRedo: Command = wholly(redo);

function followed(
  transaction: Transaction,
  known: readonly Deed[],
  before: EditorState,
  after: EditorState,
): readonly Deed[] {
  const [old, depth] = [depthOf(before), depthOf(after)];
  if (isHistoryTransaction(transaction) || !transaction.docChanged) return known;
  // A history that lost its beginning does not count as it did; what others do is not in it.
  if (depth < old) return [];
  if (transaction.getMeta("addToHistory") === false) return known;
  const done = known
    .filter(({ low }) => low < old)
    .map((deed) => ({ ...deed, high: Math.min(deed.high, old) }));
  const name = transaction.getMeta(key) as object | undefined;
  if (!name) return done;
  const last = done.at(-1);
  return last?.name === name && last.high === old
    ? [...done.slice(0, -1), { ...last, high: depth }]
    : [...done, { name, low: old, high: depth }];
}

/** Whether a part of a deed is undone and the rest is not. */
function isWithin(state: EditorState): boolean {
  const depth = depthOf(state);
  return (key.getState(state) ?? []).some(({ low, high }) => low < depth && depth < high);
}

const going = new WeakMap<EditorView, Command>();

/** Goes on in the direction that was asked for last. */
function goOn(view: EditorView, step: Command): void {
  const isGoing = going.has(view);
  going.set(view, step);
  if (isGoing) return;
  void piecemeal(() => {
    const next = going.get(view);
    return (
      !view.isDestroyed && isWithin(view.state) && next?.(view.state, view.dispatch, view) === true
    );
  }).finally(() => going.delete(view));
}
