// What the server tells this person alone of something: asked again when there is news, one request at a time.
import { isPassing } from "../api/client";

export type Watched<View> = {
  /** Null until the server has answered. */
  readonly view: View | null;
  /** Takes in an answer that came another way. */
  take(view: View): void;
  /** Asks again, soon. */
  refresh(): void;
  stop(): void;
};

/** A hall that votes makes much news: what one sees of it may be this old. */
const NEWS_EVERY_MS = 500;
/** What was missed without a network is not told again: it is asked for until there is an answer. */
const RETRY_AFTER_MS = 5_000;

/** Asks at once, then whenever it is told to. Until there is an answer, what was known stays. */
export function watch<View>(look: () => Promise<View>): Watched<View> {
  let view = $state.raw<View | null>(null);
  let isAsking = false;
  let isAskedAgain = false;
  let isStopped = false;
  /** Whether the timer is that of news, which a retry is later than. */
  let isSoon = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function ask(): Promise<void> {
    isSoon = false;
    if (isAsking) {
      isAskedAgain = true;
      return;
    }
    isAsking = true;
    isAskedAgain = false;
    const isOver = await answered();
    isAsking = false;
    if (!isStopped) askAgain(isOver);
  }

  function askAgain(isOver: boolean): void {
    if (isAskedAgain) refresh();
    else if (!isOver) askAfter(RETRY_AFTER_MS);
  }

  /** Whether there is nothing to ask for again. */
  async function answered(): Promise<boolean> {
    try {
      const answer = await look();
      if (!isStopped) view = answer;
      return true;
    } catch (error) {
      return !isPassing(error);
    }
  }

  function askAfter(ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void ask(), ms);
  }

  function refresh(): void {
    if (isSoon) return;
    isSoon = true;
    askAfter(NEWS_EVERY_MS);
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
