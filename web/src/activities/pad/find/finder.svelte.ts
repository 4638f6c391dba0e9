// Finds and replaces in an open pad.
import type { Node } from "prosemirror-model";
import { TextSelection } from "prosemirror-state";
import { answered } from "../../../ui/piecemeal";
import { depthOf, pieceOf } from "../undo/deeds";
import type { Editor } from "../view/editor";
import type { Query, Range } from "./hits";
import { lookedAt, markFound, marking } from "./marking";
import { replaced } from "./replace";
import { searchFor } from "./search";

/** What others write is looked through so long after it came, all together. */
const LOOK_AGAIN_MS = 300;
/** So many are replaced at once. */
const AT_ONCE = 100;
/** What is said around something found, in characters before and behind it. */
const AROUND = 30;

export class Finder {
  hits = $state.raw<readonly Range[]>([]);
  /** The number of the one that one looks at; -1 without any. */
  here = $state(-1);
  readonly #editor: Editor;
  readonly #plugin;
  #replacing: Promise<number> | null = null;
  #search: (page: Node) => Range[] = () => [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(editor: Editor) {
    this.#editor = editor;
    const { state } = editor.view;
    this.#plugin = marking(state.selection.from, () => this.#lookSoon());
    editor.view.updateState(state.reconfigure({ plugins: [...state.plugins, this.#plugin] }));
  }

  /** Looks for something else: for the next one from where one is. */
  look(query: Query): void {
    this.#search = searchFor(query);
    this.#look(lookedAt(this.#editor.view.state));
    this.#show();
  }

  /** Goes to the next one (1) or the one before (-1), round the page. */
  go(by: 1 | -1): void {
    this.#look(lookedAt(this.#editor.view.state));
    const count = this.hits.length;
    if (count === 0) return;
    const next = this.hits[(this.here + by + count) % count];
    if (next) this.#mark(next.from);
    this.#show();
  }

  /** Replaces the one that one looks at, and goes to the next one. */
  replaceOne(text: string): boolean {
    const { view } = this.#editor;
    this.#look(lookedAt(view.state));
    const hit = this.hits[this.here];
    if (!hit || !view.editable) return false;
    const transaction = replaced(view.state, [hit], text);
    if (transaction) view.dispatch(transaction);
    this.#look(hit.from + text.length);
    this.#show();
    return true;
  }

  /**
   * Replaces all of them, some at a time so that the page answers, as one thing to undo. Ends early when it is undone meanwhile.
   * Says how many were replaced.
   */
  replaceAll(text: string): Promise<number> {
    this.#replacing ??= this.#replaceAll(text).finally(() => (this.#replacing = null));
    return this.#replacing;
  }

  async #replaceAll(text: string): Promise<number> {
    const { view } = this.#editor;
    const deed = {};
    let [times, depth] = [0, depthOf(view.state)];
    this.#look(0);
    while (!view.isDestroyed && view.editable && depthOf(view.state) >= depth) {
      const hits = this.#next();
      const last = hits.at(-1);
      if (!last) break;
      const transaction = replaced(view.state, hits, text);
      if (transaction) {
        view.dispatch(pieceOf(deed, transaction));
        times += hits.length;
      }
      depth = depthOf(view.state);
      // What was put may be what one looks for.
      this.#look(transaction?.mapping.map(last.to) ?? last.to);
      await answered();
    }
    return times;
  }

  /** The next few from where one looks. */
  #next(): Range[] {
    const { state } = this.#editor.view;
    const at = lookedAt(state);
    return this.#search(state.doc)
      .filter(({ from }) => from >= at)
      .slice(0, AT_ONCE);
  }

  /** The words around the one that one looks at. */
  get around(): string {
    const hit = this.hits[this.here];
    const { doc } = this.#editor.view.state;
    if (!hit || hit.to > doc.content.size) return "";
    const at = doc.resolve(hit.from);
    const [start, end] = [at.start(), at.end()];
    return doc.textBetween(Math.max(start, hit.from - AROUND), Math.min(end, hit.to + AROUND));
  }

  /** Takes the marks off, once what is being replaced is; with `isLeftToText` what one looked at is chosen there. */
  close(isLeftToText: boolean): void {
    if (this.#replacing) void this.#replacing.then(() => this.#end(isLeftToText));
    else this.#end(isLeftToText);
  }

  #end(isLeftToText: boolean): void {
    clearTimeout(this.#timer);
    const { view } = this.#editor;
    if (view.isDestroyed) return;
    const hit = isLeftToText ? this.hits[this.here] : undefined;
    const plugins = view.state.plugins.filter((each) => each !== this.#plugin);
    view.updateState(view.state.reconfigure({ plugins }));
    if (hit && hit.to <= view.state.doc.content.size)
      view.dispatch(
        view.state.tr.setSelection(TextSelection.create(view.state.doc, hit.from, hit.to)),
      );
    if (isLeftToText) view.focus();
  }

  #lookSoon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      const { view } = this.#editor;
      if (view.isDestroyed) return;
      // Nothing is drawn anew under the hands of a composition.
      if (view.composing) this.#lookSoon();
      else this.#look(lookedAt(view.state));
    }, LOOK_AGAIN_MS);
  }

  #look(at: number): void {
    this.hits = this.#search(this.#editor.view.state.doc);
    this.#mark(at);
  }

  #mark(at: number): void {
    const next = this.hits.findIndex(({ from }) => from >= at);
    this.here = next < 0 ? Math.min(0, this.hits.length - 1) : next;
    markFound(this.#editor.view, this.hits, this.here, at);
  }

  /** In the middle of the window: no bar lies over it there. */
  #show(): void {
    this.#editor.view.dom.querySelector(".found-here")?.scrollIntoView({ block: "center" });
  }
}
