// What the server tells this person of a round: asked again when there is news, one request at a time.
import type { RoundView } from "../../../generated/RoundView";

export type WatchedRound = {
  /** Null until the server has answered. */
  readonly view: RoundView | null;
  /** Takes in an answer that came another way. */
  take(view: RoundView): void;
  /** Asks again, soon. */
  refresh(): void;
  stop(): void;
};

/** A hall that votes makes much news: what one sees of it may be this old. */
const NEWS_EVERY_MS = 500;

/** Asks at once, then whenever it is told to. Without an answer, what was known stays. */
export function watchRound(look: () => Promise<RoundView>): WatchedRound {
  let view = $state.raw<RoundView | null>(null);
  let isAsking = false;
  let isAskedAgain = false;
  let isStopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function ask(): Promise<void> {
    if (isAsking) {
      isAskedAgain = true;
      return;
    }
    isAsking = true;
    isAskedAgain = false;
    const answer = await look().catch(() => null);
    isAsking = false;
    if (isStopped) return;
    if (answer) view = answer;
    askIfWanted();
  }

  function askIfWanted(): void {
    if (isAskedAgain) refresh();
  }

  function refresh(): void {
    timer ??= setTimeout(() => {
      timer = undefined;
      void ask();
    }, NEWS_EVERY_MS);
  }

  void ask();

  return {
    get view() {
      return view;
    },
    take: (answer) => (view = answer),
    refresh,
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
