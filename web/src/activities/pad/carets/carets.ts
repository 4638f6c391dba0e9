// Shows where the others are, and tells them where one is.
import type { Node } from "prosemirror-model";
import { Plugin, PluginKey, type EditorState, type PluginView } from "prosemirror-state";
import { DecorationSet, type EditorView } from "prosemirror-view";
import { hasArrived } from "../binding/arrival";
import type { Binding } from "../binding/binding";
import type { Place } from "../../place";
import type { PadHandle, PadMessage } from "../binding/pad-document";
import { readOwnFirst } from "../view/unread";
import { decorationsOf } from "./flag";
import { Telling, TELL_AGAIN_MS } from "./telling";
import { NOWHERE, readCaretMessage, type CaretMessage } from "./caret-message";

/** Who has not been heard of for this long is not shown any more. */
const STALE_MS = 30_000;

export type CaretOptions = {
  handle: PadHandle;
  binding: Binding;
  people: Place["personAt"];
  /** The connections that have been heard of changed. */
  onPeers: (peers: string[]) => void;
};

/** What was last heard of somebody. */
type Heard = CaretMessage & { heardAt: number; moves: number };

const key = new PluginKey<DecorationSet>("pad-carets");

/** Shows the carets of the others and tells one's own. */
export function carets(options: CaretOptions): Plugin<DecorationSet> {
  const others = new Map<string, Heard>();
  const drawn = (page: Node) =>
    DecorationSet.create(page, placed(page, options, others).flatMap(decorationsOf));
  return new Plugin({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(transaction, shown) {
        // One's own change is not in the document yet when it is applied to the page: carets move along.
        const isAnew = transaction.getMeta(key) === true || hasArrived(transaction);
        return isAnew ? drawn(transaction.doc) : shown.map(transaction.mapping, transaction.doc);
      },
    },
    props: { decorations: (state) => key.getState(state) },
    view: (view) => new CaretsView(view, options, others),
  });
}

/** Draws the carets anew: somebody's name may have become known, or they may have left. */
export function redrawCarets(view: EditorView): void {
  readOwnFirst(view);
  view.dispatch(view.state.tr.setMeta(key, true));
}

/** A caret may be heard of before the text it is in: it is drawn when the text arrives. */
function placed(page: Node, { binding, people }: CaretOptions, others: Map<string, Heard>) {
  return Array.from(others).flatMap(([peer, { anchor, head, moves }]) => {
    const person = people(peer);
    if (person === null || anchor === null || head === null) return [];
    const [from, to] = [binding.positionOf(page, anchor), binding.positionOf(page, head)];
    return from === null || to === null ? [] : [{ person, anchor: from, head: to, moves }];
  });
}

class CaretsView implements PluginView {
  readonly #view: EditorView;
  readonly #options: CaretOptions;
  readonly #others: Map<string, Heard>;
  readonly #telling: Telling;
  readonly #sweep: ReturnType<typeof setInterval>;

  constructor(view: EditorView, options: CaretOptions, others: Map<string, Heard>) {
    this.#view = view;
    this.#options = options;
    this.#others = others;
    this.#telling = new Telling(
      () => this.#own(),
      (message) => options.handle.broadcast(message),
    );
    this.#sweep = setInterval(() => this.#forgetStale(), TELL_AGAIN_MS);
    options.handle.on("ephemeral-message", this.#hear);
    view.dom.addEventListener("focus", this.#move);
    view.dom.addEventListener("blur", this.#move);
  }

  update(view: EditorView, before: EditorState): void {
    if (!view.state.selection.eq(before.selection) || view.state.doc !== before.doc) this.#move();
  }

  destroy(): void {
    clearInterval(this.#sweep);
    this.#telling.stop();
    this.#options.handle.off("ephemeral-message", this.#hear);
    this.#view.dom.removeEventListener("focus", this.#move);
    this.#view.dom.removeEventListener("blur", this.#move);
  }

  readonly #move = (): void => this.#telling.moved();

  #own(): CaretMessage {
    const { doc, selection } = this.#view.state;
    if (!this.#view.hasFocus() || !this.#view.editable) return NOWHERE;
    const [anchor, head] = [selection.anchor, selection.head].map((position) =>
      this.#options.binding.cursorAt(doc, position),
    );
    return { kind: "caret", anchor: anchor ?? null, head: head ?? null };
  }

  readonly #hear = (heard: PadMessage): void => {
    const message = readCaretMessage(heard.message);
    if (message === null) return;
    const before = this.#others.get(heard.senderId);
    const isAtPlace = before?.head === message.head && before.anchor === message.anchor;
    const moves = (before?.moves ?? 0) + (isAtPlace ? 0 : 1);
    this.#others.set(heard.senderId, { ...message, heardAt: Date.now(), moves });
    if (before === undefined) {
      // Whoever has just come does not know where we are.
      this.#telling.asked();
      this.#options.onPeers([...this.#others.keys()]);
    }
    if (!isAtPlace) redrawCarets(this.#view);
  };

  #forgetStale(): void {
    const oldest = Date.now() - STALE_MS;
    const stale = [...this.#others].filter(([, { heardAt }]) => heardAt < oldest);
    if (stale.length === 0) return;
    for (const [peer] of stale) this.#others.delete(peer);
    this.#options.onPeers([...this.#others.keys()]);
    redrawCarets(this.#view);
  }
}
