// What is said about the passages of a pad, as it stands, and what one does with it.
import { authorsOf } from "../../../api/kanbans";
import { newId } from "../../../document/new-id";
import { Pen } from "../../../document/pen";
import type { Place } from "../../place";
import type { PadHandle } from "../binding/pad-document";
import type { Passage } from "../binding/passages";
import type { Editor } from "../view/editor";
import type { Comment, Words } from "./contract";
import * as gestures from "./document/gestures";
import { readComments } from "./document/read";
import { findWords } from "./find";
import { passages, placeOfComment, showPassages } from "./passages";

export class Remarks {
  #map: unknown;
  #comments = $state.raw<readonly Comment[]>([]);
  #places = $state.raw<ReadonlyMap<string, Passage>>(new Map());
  /** Whose each actor is, as far as the server has said. */
  #authors = $state.raw<Readonly<Record<string, string>>>({});
  #chosen = $state.raw<string | null>(null);
  #wanted = $state.raw<Passage | null>(null);
  /** The actors one has asked the server about. */
  #askedFor = "";

  constructor(
    readonly place: Place,
    readonly editor: Editor,
    readonly clock: () => number = Date.now,
  ) {}

  /** Shows the passages and follows what others say, until the answer is called. */
  open(onOpen: (key: string) => void): () => void {
    const { handle, editor } = this;
    const shut = editor.extend(
      passages({
        binding: editor.binding,
        isEditable: () => this.mayWrite,
        onOpen,
        onPlaces: (places) => (this.#places = places),
        onWanted: (wanted) => (this.#wanted = wanted),
        onReturn: (came) => this.#holdOnAgain(came),
      }),
    );
    const look = (): void => this.#look();
    handle.on("change", look);
    look();
    return () => {
      handle.off("change", look);
      shut();
    };
  }

  /** Everything that is said, the oldest first. */
  get comments(): readonly Comment[] {
    return this.#comments;
  }

  /** Those on passages in the order of the text, then those whose passage is gone. */
  get all(): readonly Comment[] {
    const at = ({ id }: Comment): number => this.#places.get(id)?.from ?? Infinity;
    return [...this.#comments].sort((a, b) => (at(a) === at(b) ? 0 : at(a) - at(b)));
  }

  get mayWrite(): boolean {
    return this.place.role !== "reader";
  }

  /** The one that is open; null for none. */
  get chosen(): string | null {
    return this.#chosen;
  }

  /** Shows which passage one is reading about. */
  choose(id: string | null): void {
    if (this.#chosen === id) return;
    this.#chosen = id;
    this.#show();
  }

  /** What one is about to say something about; null for nothing. It moves with the text. */
  get wanted(): Passage | null {
    return this.#wanted;
  }

  /** Begins to say something about a passage, or stops. */
  want(wanted: Passage | null): void {
    if (wanted !== this.#wanted) showPassages(this.editor.view, { wanted });
  }

  isPlaced({ id }: Comment): boolean {
    return this.#places.has(id);
  }

  /** Who said something, as the server knows, else as it says of itself. */
  whose({ actor, by }: Words): string {
    return this.#authors[actor] ?? by;
  }

  isOwn(words: Words): boolean {
    return this.mayWrite && this.whose(words) === this.place.participant;
  }

  /** Takes words back: one's own, or who holds the space anybody's. */
  mayTakeBack(words: Words): boolean {
    return this.isOwn(words) || (this.mayWrite && this.place.holds);
  }

  /** Asks whose the actors are that one does not know. Without an answer, what they say of themselves stands. */
  async askAuthors(): Promise<void> {
    const words = this.#comments.flatMap((comment) => [comment, ...comment.replies]);
    const actors = [...new Set(words.map(({ actor }) => actor))].sort().join();
    if (actors === this.#askedFor) return;
    this.#askedFor = actors;
    try {
      this.#authors = (await authorsOf(this.place.id)).authors;
    } catch {
      this.#askedFor = "";
    }
  }

  /** Says something about what is wanted. The answer is its key; null when it cannot be said now. */
  comment(said: string): string | null {
    const { binding, view } = this.editor;
    const passage = this.#wanted;
    if (!passage || !this.hasRoom || !this.hasPlace) return null;
    const page = view.state.doc;
    const id = newId();
    const quote = page.textBetween(passage.from, passage.to, "\n");
    const isWritten = binding.mark(page, [[id, passage]], (draft) => {
      gestures.comment(this.#pen(draft), id, quote, said);
    });
    if (!isWritten) return null;
    this.want(null);
    this.#look();
    return id;
  }

  get hasRoom(): boolean {
    return gestures.hasRoom(this.#comments);
  }

  /** Whether the pad has its place for comments: the server gives it to an older one when it is opened. */
  get hasPlace(): boolean {
    return typeof this.#map === "object" && this.#map !== null;
  }

  reply(comment: Comment, said: string): boolean {
    if (!gestures.hasRoomIn(comment)) return false;
    this.#do((pen) => gestures.reply(pen, comment, said));
    return true;
  }

  reword(comment: Comment, key: string, said: string): void {
    this.#do((pen) => gestures.reword(pen, comment, key, said));
  }

  takeBack(comment: Comment, key: string): void {
    this.#do((pen) => gestures.takeBack(pen, comment, key));
  }

  resolve(comment: Comment, isResolved: boolean): void {
    this.#do((pen) => gestures.resolve(pen, comment, isResolved));
  }

  /** Puts the caret at the passage, in view. */
  goTo({ id }: Comment): void {
    const place = placeOfComment(this.editor.view.state, id);
    if (place) this.editor.goTo(place.from);
  }

  get handle(): PadHandle {
    return this.place.handle as PadHandle;
  }

  #do(gesture: (pen: Pen) => void): void {
    const options = { time: Math.floor(this.clock() / 1_000), message: "" };
    this.handle.change((draft) => gesture(this.#pen(draft)), options);
    this.#look();
  }

  #pen(draft: object): Pen {
    return new Pen(draft as Record<string, unknown>, this.clock(), this.place.participant);
  }

  /** What is said is the same object until somebody says something: a letter typed reads nothing. */
  #look(): void {
    const map = this.handle.doc().comments;
    if (map === this.#map) return;
    this.#map = map;
    const wasOpen = this.#isOpen(this.#chosen);
    this.#comments = readComments(map);
    // What is settled or gone is not what one reads about any more.
    const isThere = this.#comments.some(({ id }) => id === this.#chosen);
    if (!isThere || (wasOpen && !this.#isOpen(this.#chosen))) this.#chosen = null;
    this.#show();
  }

  #isOpen(id: string | null): boolean {
    return this.#comments.some((comment) => comment.id === id && comment.resolved === 0);
  }

  #show(): void {
    const keys = this.#comments.filter(({ resolved }) => resolved === 0).map(({ id }) => id);
    const shown = new Set(this.#chosen === null ? keys : [...keys, this.#chosen]);
    showPassages(this.editor.view, { keys: shown, chosen: this.#chosen });
  }

  /** Text that one took back the deletion of is written anew: comments on it hold on to it again. */
  #holdOnAgain(came: Passage): void {
    const { binding, view } = this.editor;
    const page = view.state.doc;
    const found = this.#comments.flatMap(({ id, quote }): [string, Passage][] => {
      const isThere = placeOfComment(view.state, id) !== null;
      const passage = isThere ? null : findWords(page, came, quote);
      return passage ? [[id, passage]] : [];
    });
    // The editor is in the middle of showing what came.
    if (found.length > 0)
      queueMicrotask(() => {
        if (!view.isDestroyed && view.state.doc === page && binding.mark(page, found)) this.#show();
      });
  }
}
