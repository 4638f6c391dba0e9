// Doing something to the kanban and saying it, one notice at a time: what was done last is what one may want back.
import { announce, complain, dismiss, notify } from "../../../ui/notices.svelte";
import { Full } from "../document/gestures/refusal";
import type { Done } from "../../../document/open-document.svelte";
import type { OpenKanban } from "../open-kanban";
import { sayKanban } from "../words/words";
import type { Desk, Gesture } from "./desk";

export class Doing {
  #notice: number | undefined;

  constructor(
    readonly kanban: OpenKanban,
    readonly isAllowed: () => boolean,
  ) {}

  /** As the desk promises. */
  readonly act: Desk["act"] = <T>(words: string, gesture: Gesture<T>, how?: "quiet") => {
    if (!this.isAllowed()) return undefined;
    try {
      const before = this.kanban.last;
      const result = this.kanban.act(words, gesture);
      const done = this.kanban.last === before ? null : this.kanban.last;
      if (how === "quiet" || !done) announce(words);
      else this.#tell(words, () => this.#takeBack(done));
      return result;
    } catch (error) {
      if (!(error instanceof Full)) throw error;
      complain(sayKanban().card.full[error.what]);
      return undefined;
    }
  };

  readonly undo = (): void => {
    const words = this.kanban.undo();
    const said = sayKanban().page;
    this.#tell(words === null ? said.nothingToUndo : said.undone(words));
  };

  readonly redo = (): void => {
    const words = this.kanban.redo();
    if (words !== null) this.#tell(sayKanban().page.redone(words), this.undo);
  };

  #takeBack(done: Done): void {
    const isBack = this.kanban.undoThis(done);
    this.#tell(isBack ? sayKanban().page.undone(done.words) : sayKanban().page.tooLate);
  }

  #tell(words: string, takeBack?: () => void): void {
    if (this.#notice !== undefined) dismiss(this.#notice);
    this.#notice = notify(words, takeBack);
  }
}
