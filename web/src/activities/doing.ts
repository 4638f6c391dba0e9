// Doing something to a document and saying it, one notice at a time: what was done last is what one may want back.
import type { Done, OpenDocument } from "../document/open-document.svelte";
import type { Pen } from "../document/pen";
import { announce, complain, dismiss, notify } from "../ui/notices.svelte";

/** Writes into a document. */
export type Gesture<T, R> = (pen: Pen, now: T) => R;

/** What is said of taking back. */
export type DoingWords = {
  undone: (words: string) => string;
  redone: (words: string) => string;
  tooLate: string;
  nothingToUndo: string;
};

export class Doing<T> {
  #notice: number | undefined;

  constructor(
    readonly opened: OpenDocument<T>,
    readonly isAllowed: () => boolean,
    readonly words: () => DoingWords,
    /** What is said of an error that refuses a gesture before it writes; null for any other, which is thrown on. */
    readonly refusal: (error: unknown) => string | null,
  ) {}

  /**
   * Does something and says it in a notice that offers to take it back; `quiet`: says it to screen readers only. Undefined when
   * it was refused: that was said.
   */
  readonly act = <R>(words: string, gesture: Gesture<T, R>, how?: "quiet"): R | undefined => {
    if (!this.isAllowed()) return undefined;
    try {
      const before = this.opened.last;
      const result = this.opened.act(words, gesture);
      const done = this.opened.last === before ? null : this.opened.last;
      if (how === "quiet" || !done) announce(words);
      else this.#tell(words, () => this.#takeBack(done));
      return result;
    } catch (error) {
      const said = this.refusal(error);
      if (said === null) throw error;
      complain(said);
      return undefined;
    }
  };

  readonly undo = (): void => {
    const words = this.opened.undo();
    const said = this.words();
    this.#tell(words === null ? said.nothingToUndo : said.undone(words));
  };

  readonly redo = (): void => {
    const words = this.opened.redo();
    if (words !== null) this.#tell(this.words().redone(words), this.undo);
  };

  #takeBack(done: Done): void {
    const isBack = this.opened.undoThis(done);
    this.#tell(isBack ? this.words().undone(done.words) : this.words().tooLate);
  }

  #tell(words: string, takeBack?: () => void): void {
    if (this.#notice !== undefined) dismiss(this.#notice);
    this.#notice = notify(words, takeBack);
  }
}
