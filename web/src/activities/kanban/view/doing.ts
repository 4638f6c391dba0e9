// Doing something to the plan and saying it, one notice at a time: what was done last is what one may want back.
import { announce, complain, dismiss, notify } from "../../../ui/notices.svelte";
import { Full } from "../document/gestures/refusal";
import type { Done, Plan } from "../plan.svelte";
import { sayKanban } from "../words/words";
import type { Desk, Gesture } from "./desk";

export class Doing {
  #told: number | undefined;

  constructor(
    readonly plan: Plan,
    readonly isAllowed: () => boolean,
  ) {}

  /** As the desk promises. */
  readonly act: Desk["act"] = <T>(words: string, gesture: Gesture<T>, how?: "quiet") => {
    if (!this.isAllowed()) return undefined;
    try {
      const before = this.plan.last;
      const result = this.plan.act(words, gesture);
      const done = this.plan.last === before ? null : this.plan.last;
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
    const words = this.plan.undo();
    const said = sayKanban().board;
    this.#tell(words === null ? said.nothingToUndo : said.undone(words));
  };

  readonly redo = (): void => {
    const words = this.plan.redo();
    if (words !== null) this.#tell(sayKanban().board.redone(words), this.undo);
  };

  #takeBack(done: Done): void {
    const isBack = this.plan.undoThis(done);
    this.#tell(isBack ? sayKanban().board.undone(done.words) : sayKanban().board.tooLate);
  }

  #tell(words: string, takeBack?: () => void): void {
    if (this.#told !== undefined) dismiss(this.#told);
    this.#told = notify(words, takeBack);
  }
}
