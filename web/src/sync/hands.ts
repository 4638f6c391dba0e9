// Whether somebody is typing, and when the page has time: between two letters, or after what runs now.

/** This long after the last key nobody types any more. */
const TYPING_MS = 1_000;
/** Work that waits for a key to be painted waits no longer than this. */
const FREE_MS_MAX = 500;

/** What is asked of the person's hands. */
export type Hands = {
  isTyping(): boolean;
  /** Does `work` now when nobody types, else once the next letter is on the screen: then there is time until the one after. */
  whenFree(work: () => void): void;
  /** Does `work` once what runs now has run, with all the promises it keeps. */
  whenDone(work: () => void): void;
};

/** Nobody types: for pages without a keyboard, and for tests. */
export const still: Hands = {
  isTyping: () => false,
  whenFree: (work) => work(),
  whenDone: (work) => work(),
};

export class Keyboard implements Hands {
  #lastKeyAt = -Infinity;
  #waiting: (() => void)[] = [];

  constructor(keys: EventTarget) {
    // Keyboards on glass do not always tell of keys, but of what they put in.
    for (const kind of ["keydown", "beforeinput"])
      keys.addEventListener(kind, this.#pressed, { capture: true, passive: true });
  }

  isTyping(): boolean {
    return performance.now() - this.#lastKeyAt < TYPING_MS;
  }

  whenFree(work: () => void): void {
    if (!this.isTyping()) {
      work();
      return;
    }
    if (this.#waiting.length === 0) setTimeout(this.#free, FREE_MS_MAX);
    this.#waiting.push(work);
  }

  whenDone(work: () => void): void {
    // A message comes in a task of its own, without the wait of timers that follow each other.
    const next = new MessageChannel();
    next.port1.onmessage = () => {
      next.port1.close();
      work();
    };
    next.port2.postMessage(null);
  }

  readonly #pressed = (): void => {
    this.#lastKeyAt = performance.now();
    // The frame is drawn after what runs before it; a task of its own comes after the drawing.
    if (this.#waiting.length > 0) requestAnimationFrame(() => setTimeout(this.#free));
  };

  readonly #free = (): void => {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const work of waiting) work();
  };
}
