// Who writes beside one, and where, for who does not see it: several edits in one sentence, now and then.
import type { Node } from "prosemirror-model";
import { Plugin, PluginKey, type EditorState, type Transaction } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { sparingly } from "../../../ui/sparingly";
import type { Place } from "../../place";
import { hasArrived } from "../binding/arrival";
import type { PadHandle, PadMessage } from "../binding/pad-document";
import { schema } from "../page/schema";
import { sayPad } from "../words/words";
import { readCaretMessage } from "./caret-message";
import { hearsWriting } from "./hearing.svelte";

/** At most so often. */
const PAUSE_MS = 5_000;
/** The same is not said again before. */
const AGAIN_MS = 30_000;
/** Whose caret moved so shortly before something came is who wrote it. */
const CLOSE_MS = 2_000;
/** A heading is cut where it is longer. */
const TITLE_MAX = 60;

/** How often others have written, and where they did last. */
type Written = { times: number; at: number };
const key = new PluginKey<Written>("pad-overheard");

/** Says who else writes. */
export function overheard(handle: PadHandle, people: Place["personAt"]): Plugin<Written> {
  return new Plugin<Written>({
    key,
    state: {
      init: () => ({ times: 0, at: 0 }),
      apply(transaction, { times, at }) {
        if (!transaction.docChanged) return { times, at };
        if (!hasArrived(transaction)) return { times, at: transaction.mapping.map(at) };
        return { times: times + 1, at: lastChange(transaction) };
      },
    },
    view: (view) => new Saying(view, handle, people),
  });
}

type Heard = { name: string; head: string; at: number; isNamed: boolean };

class Saying {
  readonly #view: EditorView;
  readonly #handle: PadHandle;
  readonly #people: Place["personAt"];
  /** What was last heard of each caret. Who was named is not named again before it moves. */
  readonly #carets = new Map<string, Heard>();
  /** Who wrote since something was last said. */
  readonly #names = new Set<string>();
  readonly #saying = sparingly(() => this.#words(), PAUSE_MS);
  #last = { words: "", at: -Infinity };

  constructor(view: EditorView, handle: PadHandle, people: Place["personAt"]) {
    this.#view = view;
    this.#handle = handle;
    this.#people = people;
    handle.on("ephemeral-message", this.#hear);
  }

  update({ state }: EditorView, before: EditorState): void {
    if (key.getState(state)?.times === key.getState(before)?.times) return;
    this.#note();
    this.#saying.note();
  }

  destroy(): void {
    this.#handle.off("ephemeral-message", this.#hear);
    this.#saying.stop();
  }

  readonly #hear = ({ senderId, message }: PadMessage): void => {
    const head = readCaretMessage(message)?.head ?? null;
    const person = this.#people(senderId);
    if (person === null || head === null || this.#carets.get(senderId)?.head === head) return;
    this.#carets.set(senderId, { name: person.name, head, at: Date.now(), isNamed: false });
  };

  #note(): void {
    const since = Date.now() - CLOSE_MS;
    for (const caret of this.#carets.values()) {
      if (!caret.isNamed && caret.at >= since) this.#names.add(caret.name);
    }
  }

  /** Null when nobody is known to write: what has arrived was written before. */
  #words(): string | null {
    this.#note();
    const names = [...this.#names];
    this.#names.clear();
    for (const caret of this.#carets.values()) caret.isNamed = true;
    if (names.length === 0 || !hearsWriting()) return null;
    const { state } = this.#view;
    const [first = "", second = ""] = names;
    const title = titleAbove(state.doc, key.getState(state)?.at ?? 0);
    const words = sayPad().wrote(first, second, names.length - 1, title);
    const now = Date.now();
    if (words === this.#last.words && now - this.#last.at < AGAIN_MS) return null;
    this.#last = { words, at: now };
    return words;
  }
}

/** Where the last of what a transaction brought is. */
function lastChange({ mapping }: Transaction): number {
  let last = 0;
  mapping.maps.forEach((map, number) => {
    map.forEach((_start, _end, _from, to) => (last = mapping.slice(number + 1).map(to)));
  });
  return last;
}

/** The heading under which a position is; nothing where there is none. */
function titleAbove(page: Node, position: number): string {
  const number = page.resolve(Math.min(position, page.content.size)).index(0);
  for (let above = Math.min(number, page.childCount - 1); above >= 0; above--) {
    const block = page.child(above);
    const text = block.type === schema.nodes.heading ? block.textContent.trim() : "";
    if (text !== "") return text.length > TITLE_MAX ? `${text.slice(0, TITLE_MAX)}…` : text;
  }
  return "";
}
