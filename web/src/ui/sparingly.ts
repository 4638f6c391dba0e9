// Saying what others do without drowning what one does oneself: what happens within a while is said together.
import { announce } from "./notices.svelte";

/** What happens at once is one thing to say. */
const GATHER_MS = 1_000;

export type Sparingly = {
  /** Something happened. */
  note(): void;
  stop(): void;
};

/**
 * Asks `words` for what to say, a moment after something happened and `pauseMs` after it was last asked, whichever is later.
 * Null: nothing.
 */
export function sparingly(words: () => string | null, pauseMs: number): Sparingly {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = -Infinity;
  const speak = (): void => {
    timer = undefined;
    last = Date.now();
    const said = words();
    if (said !== null) announce(said);
  };
  return {
    note() {
      timer ??= setTimeout(speak, Math.max(GATHER_MS, last + pauseMs - Date.now()));
    },
    stop() {
      clearTimeout(timer);
    },
  };
}
