// The editor on the screen: a ProseMirror view bound to a document that others write in too.
import type { DocHandle } from "@automerge/automerge-repo/slim";
import {
  EditorState,
  Selection,
  type Command,
  type Plugin,
  type Transaction,
} from "prosemirror-state";
import { EditorView, type NodeViewConstructor } from "prosemirror-view";
import { Binding, correction } from "../binding/binding";
import { perform } from "../binding/perform";
import { replicaOf } from "../binding/replica";
import type { PadDocument } from "../contract";
import { isItem } from "../writing/blocks";
import { CheckItem } from "./check-item";

export type EditorOptions = {
  handle: DocHandle<PadDocument>;
  place: HTMLElement;
  label: string;
  /** Id of the text that explains the keys. */
  describedBy: string;
  isEditable: () => boolean;
  plugins: Plugin[];
  /** After every change of the page or the selection. */
  onState: (state: EditorState) => void;
};

export class Editor {
  readonly view: EditorView;
  readonly #binding: Binding;
  readonly #handle: DocHandle<PadDocument>;
  readonly #onState: (state: EditorState) => void;
  /** What an input method is composing: written when it ends, so that nothing changes under it. */
  #composed: Transaction[] = [];
  /** While one's own change is written, the document says that it changed: that is not news. */
  #isWriting = false;

  constructor(options: EditorOptions) {
    this.#handle = options.handle;
    this.#onState = options.onState;
    this.#binding = new Binding(replicaOf(options.handle));
    const state = EditorState.create({ doc: this.#binding.open(), plugins: options.plugins });
    this.view = new EditorView(options.place, {
      state,
      editable: options.isEditable,
      dispatchTransaction: (transaction) => {
        this.#dispatch(transaction);
      },
      nodeViews: { item: viewOf },
      attributes: {
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": options.label,
        "aria-describedby": options.describedBy,
      },
      handleDOMEvents: {
        compositionend: () => {
          // The last transaction of a composition comes after its end.
          setTimeout(() => {
            this.#catchUp();
          });
          return false;
        },
      },
    });
    this.#handle.on("change", this.#hear);
    document.addEventListener("visibilitychange", this.#leave);
    this.#onState(state);
  }

  /** Runs a command, and comes back to the text. */
  run(command: Command): void {
    command(this.view.state, this.view.dispatch, this.view);
    this.view.focus();
  }

  /** Puts the caret where the block at a position begins, in view. */
  goTo(position: number): void {
    const { state } = this.view;
    const selection = Selection.near(state.doc.resolve(position));
    this.view.dispatch(state.tr.setSelection(selection).scrollIntoView());
    this.view.focus();
  }

  close(): void {
    this.#write();
    this.#handle.off("change", this.#hear);
    document.removeEventListener("visibilitychange", this.#leave);
    this.view.destroy();
  }

  #dispatch(transaction: Transaction): void {
    if (this.view.composing || this.#composed.length > 0) {
      const { state, transactions } = this.view.state.applyTransaction(transaction);
      this.#composed.push(...transactions.filter((each) => each.docChanged));
      this.#show(state);
      if (!this.view.composing) this.#catchUp();
      return;
    }
    this.#isWriting = true;
    const next = perform(this.#binding, this.view.state, transaction);
    this.#isWriting = false;
    this.#show(next);
  }

  #show(state: EditorState): void {
    this.view.updateState(state);
    this.#onState(state);
  }

  /** Writes what was composed into the document. */
  #write(): void {
    const composed = this.#composed;
    this.#composed = [];
    if (composed.length === 0) return;
    this.#isWriting = true;
    const said = this.#binding.write(composed);
    this.#isWriting = false;
    if (said !== null) this.#show(this.view.state.apply(correction(this.view.state, said)));
  }

  readonly #hear = (): void => {
    if (this.#isWriting || this.view.composing || this.#composed.length > 0) return;
    const arrived = this.#binding.read(this.view.state);
    if (arrived) this.#show(this.view.state.apply(arrived));
  };

  readonly #catchUp = (): void => {
    if (this.view.composing || this.view.isDestroyed) return;
    this.#write();
    this.#hear();
  };

  /** A page that is put away may never come back: what is half composed is written. */
  readonly #leave = (): void => {
    if (document.visibilityState === "hidden") this.#write();
  };
}

/** Only check items need more than their element; ProseMirror shows the others itself. */
const viewOf: NodeViewConstructor = (node, view, getPos) =>
  isItem(node, "check") ? new CheckItem(node, view, getPos) : (undefined as unknown as CheckItem);
