// Somebody who writes in a pad: an editor without a screen, and a document of their own.
import * as Automerge from "@automerge/automerge/slim";
import type { Node } from "prosemirror-model";
import { EditorState, TextSelection, type Command, type Transaction } from "prosemirror-state";
import { redo } from "prosemirror-history";
import { Binding } from "../binding/binding";
import { BODY, type PadDoc } from "../binding/body";
import { read } from "../binding/document";
import { perform } from "../binding/perform";
import type { Replica } from "../binding/replica";
import type { PadDocument } from "../binding/pad-document";
import { ownHistory } from "../undo/history";
import { ownUndo } from "../undo/undo";
import { crossesCells, emptied } from "../writing/cells";

/** A new pad, as the server makes it. */
export function newPad(): Uint8Array {
  const root = { kind: new Automerge.ImmutableString("pad"), version: 1, body: "" };
  const nothing = Automerge.init<PadDocument>("00".repeat(16));
  const empty = Automerge.change(nothing, { time: 0 }, (draft) => void Object.assign(draft, root));
  const type = new Automerge.ImmutableString("paragraph");
  return Automerge.save(
    Automerge.change(empty, { time: 0 }, (draft) => {
      Automerge.splitBlock(draft, BODY, 0, { type, parents: [], attrs: {} });
    }),
  );
}

export class Writer {
  readonly name: string;
  state: EditorState;
  readonly binding: Binding;
  /** Changes this person made, for the others. */
  readonly sent: Uint8Array[] = [];
  #document: PadDoc;
  #clock = 1;
  #held: number | null = null;
  /** Reading a document is slow, and half of what people do does not change it. */
  #read: { document: PadDoc; page: Node } | null = null;

  /** `number` tells the people of a world apart; it is a byte. */
  constructor(number: number, pad: Uint8Array) {
    this.name = `writer ${String(number)}`;
    this.#document = Automerge.load(pad, number.toString(16).padStart(2, "0").repeat(16));
    this.binding = new Binding(this.#replica());
    this.state = EditorState.create({ doc: this.binding.open(), plugins: [ownHistory()] });
  }

  get document(): PadDoc {
    return this.#document;
  }

  /** What a transaction does. A pause before it begins a new group of things to undo. */
  dispatch(transaction: Transaction, pause_ms = 100): void {
    this.#clock += pause_ms;
    this.state = perform(this.binding, this.state, transaction.setTime(this.#clock));
  }

  run(command: Command, pause_ms = 100): boolean {
    return command(this.state, (transaction) => {
      this.dispatch(transaction, pause_ms);
    });
  }

  types(text: string, pause_ms = 100): void {
    this.dispatch(emptied(this.state).insertText(text), pause_ms);
  }

  /** What an input method does: the letters in front of the caret give way to others. */
  replaces(letters: number, text: string): void {
    if (crossesCells(this.state)) this.dispatch(emptied(this.state), 50);
    const { head, from, to, empty } = this.state.selection;
    const [start, end] = empty ? [head - letters, head] : [from, to];
    this.dispatch(this.state.tr.insertText(text, start, end), 50);
  }

  selects(anchor: number, head = anchor): void {
    const { doc, tr } = this.state;
    this.dispatch(tr.setSelection(TextSelection.between(doc.resolve(anchor), doc.resolve(head))));
  }

  undoes(): boolean {
    return this.run(ownUndo(this.binding));
  }

  redoes(): boolean {
    return this.run(redo);
  }

  /** Begins to compose in the caret's block: it is not touched until the end. */
  composes(): void {
    this.#held = this.state.selection.$from.before();
  }

  endsComposing(): void {
    this.#held = null;
    this.#catchUp();
  }

  get isComposing(): boolean {
    return this.#held !== null;
  }

  hears(changes: Uint8Array[]): void {
    [this.#document] = Automerge.applyChanges(this.#document, changes);
    this.#catchUp();
  }

  /** The page that the document says. */
  get said(): Node {
    if (this.#read?.document !== this.#document)
      this.#read = { document: this.#document, page: read(this.#document).page };
    return this.#read.page;
  }

  #catchUp(): void {
    const held = this.#held === null ? null : this.state.selection.$from.before();
    const arrived = this.binding.read(this.state, held);
    if (arrived) this.state = this.state.apply(arrived);
  }

  #replica(): Replica {
    return {
      document: () => this.#document,
      edit: (change) => {
        const before = this.#document;
        this.#document = Automerge.change(before, { time: 0 }, change);
        const made = Automerge.getLastLocalChange(this.#document);
        if (this.#document !== before && made) this.sent.push(made);
      },
    };
  }
}
