// Asks for one thing after the other, and of those wanted meanwhile only for the last.

/** Does `work` for what is wanted. While it is at work, the last that is wanted waits, and the others are forgotten. */
export function latest<Wanted>(work: (wanted: Wanted) => Promise<void>): (wanted: Wanted) => void {
  let waiting: { wanted: Wanted } | null = null;
  let isAtWork = false;
  const go = async (): Promise<void> => {
    isAtWork = true;
    for (let next = waiting; next; next = waiting) {
      waiting = null;
      await work(next.wanted);
    }
    isAtWork = false;
  };
  return (wanted) => {
    waiting = { wanted };
    if (!isAtWork) void go();
  };
}
