// Where the others are: their carets with their names, told through the server and never stored.
import * as Automerge from "@automerge/automerge/slim";
import type { DocHandle, DocHandleEphemeralMessagePayload } from "@automerge/automerge-repo/slim";
import type { Node } from "prosemirror-model";
import { Plugin, PluginKey, type EditorState } from "prosemirror-state";
import { Decoration, DecorationSet, type EditorView } from "prosemirror-view";
import { BODY, markerAt, type PadDoc } from "../binding/body";
import { placeOf, unitAt } from "../binding/positions";
import type { PadDocument, PadProperties, Person } from "../contract";

/** At most this often one's own caret is told. */
const TELL_EVERY_MS = 200;
/** Also when nothing moves, so that newcomers see it. */
const TELL_AGAIN_MS = 10_000;
/** Who has not been heard of for this long is not shown any more. */
const STALE_MS = 30_000;

type Caret = { anchor: string; head: string; heardAt: number };
type Told = { kind: "caret"; anchor: string | null; head: string | null };

const key = new PluginKey<DecorationSet>("pad-carets");

/** Shows the carets of the others and tells one's own. */
export function carets(
  handle: DocHandle<PadDocument>,
  people: PadProperties["people"],
): Plugin<DecorationSet> {
  const others = new Map<string, Caret>();
  return new Plugin({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(transaction, shown) {
        const moved = transaction.getMeta(key) === true;
        return moved || transaction.docChanged
          ? drawn(transaction.doc, handle.doc(), others, people)
          : shown;
      },
    },
    props: { decorations: (state) => key.getState(state) },
    view: (view) => new Carets(view, handle, others),
  });
}

class Carets {
  readonly #view: EditorView;
  readonly #handle: DocHandle<PadDocument>;
  readonly #others: Map<string, Caret>;
  readonly #beat: ReturnType<typeof setInterval>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last = "";

  constructor(view: EditorView, handle: DocHandle<PadDocument>, others: Map<string, Caret>) {
    this.#view = view;
    this.#handle = handle;
    this.#others = others;
    this.#handle.on("ephemeral-message", this.#hear);
    this.#beat = setInterval(() => {
      this.#refresh();
    }, TELL_AGAIN_MS);
    view.dom.addEventListener("focus", this.#tellSoon);
    view.dom.addEventListener("blur", this.#tellSoon);
    this.#tellSoon();
  }

  update(view: EditorView, before: EditorState): void {
    if (!view.state.selection.eq(before.selection) || view.state.doc !== before.doc)
      this.#tellSoon();
  }

  destroy(): void {
    this.#handle.off("ephemeral-message", this.#hear);
    clearInterval(this.#beat);
    clearTimeout(this.#timer);
    this.#view.dom.removeEventListener("focus", this.#tellSoon);
    this.#view.dom.removeEventListener("blur", this.#tellSoon);
    this.#handle.broadcast({ kind: "caret", anchor: null, head: null });
  }

  readonly #tellSoon = (): void => {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#tell(false);
    }, TELL_EVERY_MS);
  };

  #tell(again: boolean): void {
    const told = this.#own();
    const text = JSON.stringify(told);
    if (text === this.#last && !again) return;
    this.#last = text;
    this.#handle.broadcast(told);
  }

  #own(): Told {
    const { doc, selection } = this.#view.state;
    const document = this.#handle.doc();
    const cursor = (position: number) =>
      cursorAt(document, unitAt(doc, position, isHeadless(document)));
    return this.#view.hasFocus()
      ? { kind: "caret", anchor: cursor(selection.anchor), head: cursor(selection.head) }
      : { kind: "caret", anchor: null, head: null };
  }

  readonly #hear = ({ senderId, message }: DocHandleEphemeralMessagePayload<PadDocument>): void => {
    const told = message as Partial<Told> | null;
    if (told?.kind !== "caret") return;
    const isNew = !this.#others.has(senderId);
    if (typeof told.anchor === "string" && typeof told.head === "string") {
      this.#others.set(senderId, { anchor: told.anchor, head: told.head, heardAt: Date.now() });
      // Whoever has just come does not know where we are.
      if (isNew) this.#tell(true);
    } else this.#others.delete(senderId);
    this.#redraw();
  };

  #refresh(): void {
    this.#tell(true);
    const oldest = Date.now() - STALE_MS;
    for (const [peer, { heardAt }] of this.#others) if (heardAt < oldest) this.#others.delete(peer);
    this.#redraw();
  }

  #redraw(): void {
    if (!this.#view.composing) this.#view.dispatch(this.#view.state.tr.setMeta(key, true));
  }
}

function isHeadless(document: PadDoc): boolean {
  return markerAt(document, 0) === null;
}

function cursorAt(document: PadDoc, unit: number): string {
  return Automerge.getCursor(document, BODY, unit < document.body.length ? unit : "end");
}

function drawn(
  page: Node,
  document: PadDoc,
  others: Map<string, Caret>,
  people: PadProperties["people"],
): DecorationSet {
  const decorations = Array.from(others).flatMap(([peer, caret]) => {
    const person = people(peer);
    return person ? ofOne(page, document, caret, person) : [];
  });
  return DecorationSet.create(page, decorations);
}

function ofOne(
  page: Node,
  document: PadDoc,
  { anchor, head }: Caret,
  person: Person,
): Decoration[] {
  const [from, to] = [positionOf(page, document, anchor), positionOf(page, document, head)];
  // A caret may be heard of before the text it stands in: it shows with the change that brings the text.
  if (from === null || to === null) return [];
  const caret = Decoration.widget(to, () => flag(person), {
    key: `${person.id} ${person.name}`,
    side: 10,
    ignoreSelection: true,
  });
  if (from === to) return [caret];
  const range = Decoration.inline(Math.min(from, to), Math.max(from, to), {
    class: "others-selection",
    style: `--hue: ${String(person.hue)}`,
  });
  return [range, caret];
}

function positionOf(page: Node, document: PadDoc, cursor: string): number | null {
  try {
    const unit = Automerge.getCursorPosition(document, BODY, cursor);
    return Math.min(placeOf(page, unit, isHeadless(document)).position, page.content.size);
  } catch {
    return null;
  }
}

function flag(person: Person): HTMLElement {
  const caret = document.createElement("span");
  caret.className = "others-caret";
  caret.setAttribute("aria-hidden", "true");
  caret.style.setProperty("--hue", String(person.hue));
  const name = document.createElement("span");
  name.className = "others-name";
  name.textContent = person.name;
  caret.append(name);
  return caret;
}
