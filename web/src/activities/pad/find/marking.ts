// Marks on the page what was found. It moves along with what is written; what is found anew is told from outside.
import { Plugin, PluginKey, type EditorState } from "prosemirror-state";
import { Decoration, DecorationSet, type EditorView } from "prosemirror-view";
import type { Range } from "./hits";

/** With more, those around the one that one looks at are marked: who has so many does not see them all. */
const MARKED_MAX = 1_000;

const key = new PluginKey<Found>("pad-find");

/** What is marked, and the place from which on the next one found is the one that one looks at. */
type Found = { marks: DecorationSet; at: number };

/** The plugin; `onChange` hears that something else is on the page. */
export function marking(at: number, onChange: () => void): Plugin<Found> {
  return new Plugin<Found>({
    key,
    state: {
      init: () => ({ marks: DecorationSet.empty, at }),
      apply(transaction, before) {
        const told = transaction.getMeta(key) as Found | undefined;
        if (told) return told;
        if (!transaction.docChanged) return before;
        const { mapping, doc } = transaction;
        return { marks: before.marks.map(mapping, doc), at: mapping.map(before.at, 1) };
      },
    },
    props: { decorations: (state) => key.getState(state)?.marks },
    view: () => ({
      update: ({ state }, before) => {
        if (state.doc !== before.doc) onChange();
      },
    }),
  });
}

/** From which place on the next one found is the one that one looks at. */
export function lookedAt(state: EditorState): number {
  return key.getState(state)?.at ?? 0;
}

/** Marks these; the one with the number `here` is the one that one looks at, from `at` on. */
export function markFound(
  view: EditorView,
  hits: readonly Range[],
  here: number,
  at: number,
): void {
  const first = Math.max(0, Math.min(here - MARKED_MAX / 2, hits.length - MARKED_MAX));
  const marks = hits.slice(first, first + MARKED_MAX).map(({ from, to }, number) => {
    const isHere = first + number === here;
    return Decoration.inline(from, to, { class: isHere ? "found found-here" : "found" });
  });
  const { state } = view;
  const found: Found = { marks: DecorationSet.create(state.doc, marks), at };
  view.dispatch(state.tr.setMeta(key, found));
}
