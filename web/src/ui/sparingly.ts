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
 * Asks `words` for what to say, a moment after something happened and `pauseMs` after something was last said, whichever
 * is later. Null: nothing yet; it is asked again when more happens.
 */
export function sparingly(words: () => string | null, pauseMs: number): Sparingly {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = -Infinity;
  const speak = (): void => {
    timer = undefined;
    const said = words();
    if (said === null) return;
    last = Date.now();
    announce(said);
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
