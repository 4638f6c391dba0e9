// The editor on the screen: a ProseMirror view bound to a document that others write in too.
import {
  EditorState,
  Selection,
  type Command,
  type Plugin,
  type Transaction,
} from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import { Binding, correction } from "../binding/binding";
import { perform } from "../binding/perform";
import { replicaOf } from "../binding/replica";
import type { PadHandle } from "../binding/pad-document";
import { ItemView } from "./item";
import { reader } from "./reader";
import { whenQuiet } from "./quiet";
import { readOwnFirst } from "./unread";

export type EditorOptions = {
  handle: PadHandle;
  place: HTMLElement;
  label: string;
  /** Id of the text that explains the keys. */
  describedBy: string;
  isEditable: () => boolean;
  plugins: (binding: Binding) => Plugin[];
  /** After every change of the page or the selection. */
  onState: (state: EditorState) => void;
  /** Something that was written could not be kept. */
  onLoss: () => void;
};

/** How long after the end of a composition ProseMirror has read the last of it. */
const COMPOSED_AFTER_MS = 50;

/** The caret is kept this far from the edges: a bar of tools may lie over them. */
export const SCROLL_MARGIN = { top: 130, bottom: 130, left: 5, right: 5 };

export class Editor {
  readonly view: EditorView;
  readonly binding: Binding;
  readonly #options: EditorOptions;
  readonly #checkLater = whenQuiet(() => this.#check());

  constructor(options: EditorOptions) {
    this.#options = options;
    this.binding = new Binding(replicaOf(options.handle));
    const plugins = options.plugins(this.binding);
    const state = EditorState.create({ doc: this.binding.open(), plugins });
    this.view = new EditorView(options.place, {
      state,
      editable: options.isEditable,
      domParser: reader,
      dispatchTransaction: (transaction) => this.#dispatch(transaction),
      nodeViews: { item: (node, view, positionOf) => new ItemView(node, view, positionOf) },
      attributes: {
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": options.label,
        translate: "no",
        "aria-describedby": options.describedBy,
      },
      scrollMargin: SCROLL_MARGIN,
      scrollThreshold: SCROLL_MARGIN,
      handleDOMEvents: {
        compositionend: () => {
          setTimeout(this.#hear, COMPOSED_AFTER_MS);
        },
      },
    });
    options.handle.on("change", this.#hear);
    options.onState(state);
  }

  /** Takes in another plugin, until the answer is called. */
  extend(plugin: Plugin): () => void {
    const use = (plugins: readonly Plugin[]): void =>
      this.#show(this.view.state.reconfigure({ plugins }));
    use([plugin, ...this.view.state.plugins]);
    return () => {
      if (this.view.isDestroyed) return;
      use(this.view.state.plugins.filter((other) => other !== plugin));
    };
  }

  /** Runs a command, and comes back to the text. Says whether there was something to do. */
  run(command: Command): boolean {
    const isDone = command(this.view.state, this.view.dispatch, this.view);
    this.view.focus();
    return isDone;
  }

  /** Puts the caret where the block at a position begins, in view. */
  goTo(position: number): void {
    const { state } = this.view;
    const selection = Selection.near(state.doc.resolve(position));
    this.view.dispatch(state.tr.setSelection(selection).scrollIntoView());
    this.view.focus();
  }

  close(): void {
    this.#options.handle.off("change", this.#hear);
    this.#checkLater.stop();
    this.view.destroy();
  }

  #dispatch(transaction: Transaction): void {
    // What a translator made of the page is nobody's writing: it is drawn again from the document.
    if (transaction.docChanged && isTranslated(this.view.dom)) return;
    try {
      this.#show(perform(this.binding, this.view.state, transaction));
    } catch (error) {
      // Better a letter less than a page that shows what nobody keeps.
      this.#show(this.view.state.apply(correction(this.view.state, this.binding.open())));
      this.#options.onLoss();
      reportError(error);
    }
  }

  /** The document changed: what others wrote is shown, but not under the hands of a composition. */
  readonly #hear = (): void => {
    if (this.view.isDestroyed || !this.binding.hasNews) return;
    readOwnFirst(this.view);
    const { composing, state } = this.view;
    const arrived = this.binding.read(state, composing ? state.selection.$from.before(1) : null);
    if (arrived) this.#show(state.apply(arrived));
  };

  #show(state: EditorState): void {
    if (state.doc !== this.view.state.doc) this.#checkLater.start();
    this.view.updateState(state);
    this.#options.onState(state);
  }

  /** Should the page ever differ from the document, the document is right. */
  #check(): void {
    if (this.view.composing) return;
    const healed = this.binding.check(this.view.state);
    if (healed) this.#show(this.view.state.apply(healed));
  }
}

/** Whether a translator took texts out and put its own in. What the browser makes of colours and fonts is no such thing. */
function isTranslated(page: Element): boolean {
  return page.querySelector("font:not([color], [face], [size])") !== null;
}
