// Where something is to be put that is not here yet. One writes on meanwhile, and so do others: it goes where it was meant to.
import { Plugin, PluginKey, TextSelection } from "prosemirror-state";
import type { Mapping } from "prosemirror-transform";
import type { EditorView } from "prosemirror-view";

/** A selection, in positions of the page. */
export type Place = { anchor: number; head: number };

const key = new PluginKey<readonly Place[]>("pad-places");

/** Keeps the places that are remembered. */
export function places(): Plugin<readonly Place[]> {
  return new Plugin<readonly Place[]>({
    key,
    state: {
      init: () => [],
      apply(transaction, before) {
        const known = (transaction.getMeta(key) as readonly Place[] | undefined) ?? before;
        // What is typed at a place comes after what is put there; what is put there comes in its order.
        const side = transaction.getMeta("paste") === true ? 1 : -1;
        return known.map((place) => moved(place, transaction.mapping, side));
      },
    },
  });
}

/** Remembers a place, after those that are remembered already. */
export function remember({ state, dispatch }: EditorView, { anchor, head }: Place): void {
  dispatch(state.tr.setMeta(key, [...remembered(state), { anchor, head }]));
}

/** Does something at the place that was remembered first, then goes back to where one has moved to meanwhile. */
export function actAtFirst(view: EditorView, act: () => void): void {
  const [first, ...others] = remembered(view.state);
  if (!first) return;
  const { anchor, head } = view.state.selection;
  const isElsewhere = anchor !== first.anchor || head !== first.head;
  goTo(view, first, isElsewhere ? [{ anchor, head }, ...others] : others);
  act();
  if (!isElsewhere) return;
  const [back, ...rest] = remembered(view.state);
  if (back) goTo(view, back, rest);
}

const remembered = (state: EditorView["state"]): readonly Place[] => key.getState(state) ?? [];

function goTo({ state, dispatch }: EditorView, place: Place, others: readonly Place[]): void {
  const [anchor, head] = [state.doc.resolve(place.anchor), state.doc.resolve(place.head)];
  const selection = TextSelection.between(anchor, head);
  dispatch(state.tr.setSelection(selection).setMeta(key, others));
}

const moved = ({ anchor, head }: Place, mapping: Mapping, side: number): Place => ({
  anchor: mapping.map(anchor, side),
  head: mapping.map(head, side),
});
