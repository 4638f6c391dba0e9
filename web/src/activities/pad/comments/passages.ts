// Shows in the text which passages something is said about, and opens what is said.
import { isHistoryTransaction } from "prosemirror-history";
import type { Node } from "prosemirror-model";
import { Plugin, PluginKey, type EditorState, type Transaction } from "prosemirror-state";
import { Decoration, DecorationSet, type EditorView } from "prosemirror-view";
import type { Binding } from "../binding/binding";
import type { Passage } from "../binding/passages";
import { whenQuiet } from "../view/quiet";

/** What is shown: passages by the keys of their comments. */
export type Shown = {
  /** The comments whose passages are shown, in no order. */
  keys: ReadonlySet<string>;
  /** The one that is open. */
  chosen: string | null;
  /** What one is about to say something about. */
  wanted: Passage | null;
};

export type PassageOptions = {
  binding: Binding;
  isEditable: () => boolean;
  /** Somebody wants to read what is said about a passage. */
  onOpen: (key: string) => void;
  /** Passages came or went, or were looked up anew: where they are. While people write they move, in the same order. */
  onPlaces: (places: ReadonlyMap<string, Passage>) => void;
  /** What one is about to say something about moved, or is gone. */
  onWanted: (wanted: Passage | null) => void;
  /** One took something back, and text came back with it. */
  onReturn: (came: Passage) => void;
};

type State = {
  shown: Shown;
  places: ReadonlyMap<string, Passage>;
  set: DecorationSet;
  /** Text that came back with what was taken back last. */
  came: Passage | null;
};

const key = new PluginKey<State>("pad-passages");
const NOTHING: State = {
  shown: { keys: new Set(), chosen: null, wanted: null },
  places: new Map(),
  set: DecorationSet.empty,
  came: null,
};

/** Marks the passages. */
export function passages(options: PassageOptions): Plugin<State> {
  return new Plugin({
    key,
    state: {
      init: () => NOTHING,
      apply(transaction, before) {
        const change = transaction.getMeta(key) as Partial<Shown> | undefined;
        const after = transaction.docChanged ? followed(before, transaction) : before;
        if (!change) return after;
        return anew(options, transaction.doc, { ...after.shown, ...change }, after);
      },
    },
    props: {
      decorations: (state) => key.getState(state)?.set,
      handleClick: (view, position) => open(options, view.state, position),
      // Who only reads goes from passage to passage with Tab.
      handleDOMEvents: {
        keydown: (view, event) => {
          const target = event.target instanceof HTMLElement ? event.target : null;
          const on = event.key === "Enter" && !view.editable && target?.closest("[data-comment]");
          if (on) options.onOpen(on.getAttribute("data-comment") ?? "");
          return false;
        },
      },
    },
    view: (view) => new PassagesView(view, options),
  });
}

/** Shows passages so from now on; what is not said stays. */
export function showPassages(view: EditorView, shown: Partial<Shown>): void {
  view.dispatch(view.state.tr.setMeta(key, shown));
}

/** Where the passage of a comment is now; null when nothing of it is left. */
export function placeOfComment(state: EditorState, id: string): Passage | null {
  return key.getState(state)?.places.get(id) ?? null;
}

/** The comment on the passage at a position, the shortest when there are several; null when there is none. */
export function commentAt(state: EditorState, position: number): string | null {
  const { places, shown } = key.getState(state) ?? NOTHING;
  const around = Array.from(places).filter(
    ([id, { from, to }]) => shown.keys.has(id) && from <= position && position <= to,
  );
  around.sort(([, a], [, b]) => a.to - a.from - (b.to - b.from));
  return around[0]?.[0] ?? null;
}

function open(options: PassageOptions, state: EditorState, position: number): boolean {
  const id = commentAt(state, position);
  if (id !== null) options.onOpen(id);
  // The caret goes where it was put as well.
  return false;
}

function anew(
  { binding, isEditable }: PassageOptions,
  page: Node,
  shown: Shown,
  before: State,
): State {
  const places = binding.passages(page) ?? before.places;
  const drawn = Array.from(places).filter(([id]) => shown.keys.has(id));
  const marks = drawn.map(([id, passage]) =>
    marked(passage, id === shown.chosen, {
      "data-comment": id,
      ...(!isEditable() && { tabindex: "0", role: "button" }),
    }),
  );
  if (shown.wanted) marks.push(marked(shown.wanted, true, {}));
  const set = DecorationSet.create(page, marks);
  return { shown, places, set, came: null };
}

function marked(
  { from, to }: Passage,
  isChosen: boolean,
  attributes: Record<string, string>,
): Decoration {
  const name = isChosen ? "commented chosen" : "commented";
  return Decoration.inline(from, to, { nodeName: "mark", class: name, ...attributes });
}

/** The same passages after something was written. */
function followed(before: State, transaction: Transaction): State {
  const { mapping, doc } = transaction;
  const wanted = before.shown.wanted && movedOne(before.shown.wanted, mapping);
  return {
    shown: wanted === before.shown.wanted ? before.shown : { ...before.shown, wanted },
    places: moved(before.places, mapping),
    set: before.set.map(mapping, doc),
    came: returned(transaction),
  };
}

/** What came into the page when one took something back: from its first place to its last. */
function returned(transaction: Transaction): Passage | null {
  if (!isHistoryTransaction(transaction)) return null;
  const came = { from: Infinity, to: 0 };
  transaction.mapping.maps.forEach((map, number) => {
    const after = transaction.mapping.slice(number + 1);
    map.forEach((_from, _to, from, to) => {
      if (from === to) return;
      came.from = Math.min(came.from, after.map(from, -1));
      came.to = Math.max(came.to, after.map(to, 1));
    });
  });
  return came.from < came.to ? came : null;
}

type Mapped = { map: (position: number, side: number) => number };

function moved(
  places: ReadonlyMap<string, Passage>,
  mapping: Mapped,
): ReadonlyMap<string, Passage> {
  const left = Array.from(places).flatMap(([id, passage]): [string, Passage][] => {
    const there = movedOne(passage, mapping);
    return there ? [[id, there]] : [];
  });
  return new Map(left);
}

/** Where a passage is after something was written; null when nothing of it is left. */
function movedOne({ from, to }: Passage, mapping: Mapped): Passage | null {
  const there = { from: mapping.map(from, 1), to: mapping.map(to, -1) };
  return there.from < there.to ? there : null;
}

class PassagesView {
  readonly #options: PassageOptions;
  #view: EditorView;
  /** The document is right about where they are: once nobody writes, it is asked. */
  readonly #later = whenQuiet(() => {
    const state = key.getState(this.#view.state);
    if (state && !this.#view.composing) showPassages(this.#view, {});
  });

  constructor(view: EditorView, options: PassageOptions) {
    this.#view = view;
    this.#options = options;
  }

  update(view: EditorView, before: EditorState): void {
    this.#view = view;
    const state = key.getState(view.state);
    if (view.state.doc !== before.doc) this.#later.start();
    const was = key.getState(before);
    if (!state || !was || state === was) return;
    const isAnew = state.shown !== was.shown || state.places.size !== was.places.size;
    if (isAnew) this.#options.onPlaces(state.places);
    if (state.shown.wanted !== was.shown.wanted) this.#options.onWanted(state.shown.wanted);
    if (state.came && state.came !== was.came) this.#options.onReturn(state.came);
  }

  destroy(): void {
    this.#later.stop();
  }
}
