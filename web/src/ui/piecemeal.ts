// Long work in pieces, so that the page answers between them.

/** Calls `next` until it says that there is no more to do; before each call the page answers what waits. */
export async function piecemeal(next: () => boolean): Promise<void> {
  do await answered();
  while (next());
}

/** How long work goes on at once. */
const AT_ONCE_MS = 20;

/** Goes through work that can be left at each of its steps, and leaves it to the page now and then. Returns what comes of it. */
export async function patiently<T>(work: Generator<undefined, T>): Promise<T> {
  for (let since = performance.now(); ;) {
    const { done, value } = work.next();
    if (done === true) return value;
    if (performance.now() - since < AT_ONCE_MS) continue;
    await answered();
    since = performance.now();
  }
}

/** Goes through the same work without leaving it. */
export function atOnce<T>(work: Generator<undefined, T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
  }
}

/** Once the page has answered what waits. Timers would have it wait a second each time while another window is in front. */
export function answered(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
