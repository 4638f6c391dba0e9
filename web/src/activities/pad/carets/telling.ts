// Tells the others where one's own caret is: soon after it moved, and now and then when it did not.
import { NOWHERE, type CaretMessage } from "./caret-message";

/** At most this often. */
const TELL_EVERY_MS = 200;
/** Also when nothing moves; who says nothing for longer is taken to be gone. */
export const TELL_AGAIN_MS = 10_000;

export class Telling {
  readonly #where: () => CaretMessage;
  readonly #tell: (message: CaretMessage) => void;
  readonly #again: ReturnType<typeof setInterval>;
  #soon: ReturnType<typeof setTimeout> | undefined;
  #isAsked = false;
  #last = "";

  /** `where` says where the caret is, `tell` sends it. */
  constructor(where: () => CaretMessage, tell: (message: CaretMessage) => void) {
    this.#where = where;
    this.#tell = tell;
    this.#again = setInterval(() => this.asked(), TELL_AGAIN_MS);
    // A first word, so that those who are here answer where they are.
    this.asked();
  }

  /** The caret may have moved. */
  moved(): void {
    this.#soon ??= setTimeout(() => {
      this.#soon = undefined;
      this.#now();
    }, TELL_EVERY_MS);
  }

  /** Somebody wants to know, whether it moved or not. */
  asked(): void {
    this.#isAsked = true;
    this.moved();
  }

  /** Says goodbye. */
  stop(): void {
    clearInterval(this.#again);
    clearTimeout(this.#soon);
    this.#tell(NOWHERE);
  }

  #now(): void {
    const message = this.#where();
    const text = JSON.stringify(message);
    if (text === this.#last && !this.#isAsked) return;
    this.#last = text;
    this.#isAsked = false;
    this.#tell(message);
  }
}
