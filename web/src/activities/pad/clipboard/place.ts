// Where what is put piece by piece goes on, while others write, and oneself.
import { Plugin, PluginKey, type EditorState, type Transaction } from "prosemirror-state";

const key = new PluginKey<number | null>("pad-flow");

/** Knows where the next piece goes. */
export function place(): Plugin<number | null> {
  return new Plugin<number | null>({
    key,
    state: {
      init: () => null,
      apply(transaction, known) {
        const told = transaction.getMeta(key) as number | null | undefined;
        if (told !== undefined) return told;
        // What is written at the place comes after what is still to be put there.
        return known === null ? null : transaction.mapping.map(known, -1);
      },
    },
  });
}

/** The next piece goes to a position of the page as it is after the transaction; null when there is none. */
export function placeNext(transaction: Transaction, position: number | null): Transaction {
  return transaction.setMeta(key, position);
}

/** Where the next piece goes. */
export function nextPlace(state: EditorState): number | null {
  return key.getState(state) ?? null;
}
