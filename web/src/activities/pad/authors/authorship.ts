// Shows who wrote what, while it is asked for. Each character is looked up once, in slices between which the page lives;
// afterwards what is written is known as it comes.
import type { Node } from "prosemirror-model";
import { Plugin, PluginKey, type EditorState, type PluginView } from "prosemirror-state";
import type { DecorationSet, EditorView } from "prosemirror-view";
import { hasArrived } from "../binding/arrival";
import type { Binding } from "../binding/binding";
import {
  actorsIn,
  firstUnknown,
  moved,
  redrawn,
  unknown,
  withRuns,
  type Drawing,
  type Run,
} from "./runs";

/** The page gets its turn after so long, and the look-up its own after so long again. */
const SLICE_MS = 6;
const REST_MS = 12;

/** What is written here and now, before the document has it. */
export const SELF = "self";

const key = new PluginKey<DecorationSet>("pad-authors");

type Told = { runs: Run[] } | "draw";

/** The plugin; `onLooked` hears when there is nothing left to look up, and after each change. */
export function authorship(
  binding: Binding,
  drawing: Drawing,
  onLooked: (isKnown: boolean) => void,
): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: (_, { doc }) => unknown(doc),
      apply(transaction, set) {
        const told = transaction.getMeta(key) as Told | undefined;
        if (told === "draw") return redrawn(set, transaction.doc, drawing);
        if (told) return withRuns(set, transaction.doc, told.runs, drawing);
        if (!transaction.docChanged) return set;
        return moved(set, transaction, hasArrived(transaction) ? null : SELF, drawing);
      },
    },
    props: { decorations: (state) => key.getState(state) },
    view: (view) => new LookUp(view, binding, onLooked),
  });
}

/** Draws all anew: somebody's name or colour became another. */
export function redrawAuthors(view: EditorView): void {
  view.dispatch(view.state.tr.setMeta(key, "draw"));
}

/** The actors of a range, who wrote most first. */
export function authorsIn(state: EditorState, from: number, to: number): string[] {
  const set = key.getState(state);
  return set ? actorsIn(set, from, to) : [];
}

/** How much each actor wrote of what is there, in characters. */
export function amounts(state: EditorState): Map<string, number> {
  const found = new Map<string, number>();
  const set = key.getState(state);
  for (const { from, to, spec } of set?.find() ?? []) {
    const actor = (spec as { actor?: string | null }).actor;
    if (!actor) continue;
    const letters = state.doc.textBetween(from, to).length;
    found.set(actor, (found.get(actor) ?? 0) + letters);
  }
  return found;
}

class LookUp implements PluginView {
  readonly #view: EditorView;
  readonly #binding: Binding;
  readonly #onLooked: (isKnown: boolean) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(view: EditorView, binding: Binding, onLooked: (isKnown: boolean) => void) {
    this.#view = view;
    this.#binding = binding;
    this.#onLooked = onLooked;
    this.#goOn();
  }

  update(view: EditorView, before: EditorState): void {
    if (key.getState(view.state) !== key.getState(before)) this.#goOn();
  }

  destroy(): void {
    clearTimeout(this.#timer);
  }

  #goOn(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#slice();
    }, REST_MS);
  }

  #slice(): void {
    const { state } = this.#view;
    const wanted = firstUnknown(key.getState(state) ?? unknown(state.doc));
    this.#onLooked(wanted === null);
    // Somebody is composing: it comes when the page is the document again.
    if (wanted === null || !this.#binding.isCurrent) return;
    const runs = this.#lookedUp(state.doc, wanted);
    this.#view.dispatch(state.tr.setMeta(key, { runs } satisfies Told));
  }

  /** As much of a range as is looked up in one slice. What lies between blocks is nobody's. */
  #lookedUp(page: Node, { from, to }: Run): Run[] {
    const until = performance.now() + SLICE_MS;
    const runs: Run[] = [];
    let end = from;
    while (end < to && performance.now() < until) {
      const $end = page.resolve(end);
      const isText = $end.parent.isTextblock && $end.nodeAfter?.isText === true;
      const next = isText ? Math.min(to, $end.end(), end + 64) : end + 1;
      const actors = isText ? this.#binding.actorsAt(page, end, next - end) : [""];
      actors.forEach((actor, offset) => add(runs, end + offset, actor));
      end = next;
    }
    return runs;
  }
}

function add(runs: Run[], at: number, actor: string): void {
  const last = runs.at(-1);
  if (last?.actor === actor) last.to = at + 1;
  else runs.push({ from: at, to: at + 1, actor });
}
