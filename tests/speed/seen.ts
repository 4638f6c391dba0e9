// What happens in a page that is measured: it is noted in the page, with the page's own clock.
import type { Page } from "@playwright/test";

/** Moments and durations, in milliseconds. Moments count from the start of the visit. */
export type Seen = {
  /** When the text could be read. */
  text?: number;
  /** When one could write. */
  editable?: number;
  /** From each key to its paint. */
  keys: number[];
  /** Tasks that kept the page from anything else for over 50 ms. */
  blocked: number[];
};

type Noting = { seen: Seen };

// Functions in a page are methods: what compiles this file gives others a name with a helper that the page lacks.

/** Notes, from the start of the next visit, when the text and the editor of a pad appear. */
export async function noteOpening(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen: Seen = { keys: [], blocked: [] };
    const watch = {
      look(): void {
        const sheet = document.querySelector("[contenteditable=true]");
        // The server puts the text into the page; the editor takes its place.
        const text = document.querySelector("#view article, main article, .ProseMirror");
        if (text?.getClientRects().length) seen.text ??= performance.now();
        if (sheet) seen.editable ??= performance.now();
        if (seen.text === undefined || seen.editable === undefined)
          requestAnimationFrame(() => {
            watch.look();
          });
      },
    };
    Object.assign(globalThis, { seen });
    watch.look();
  });
}

/** Notes each key that is pressed from now on, and each long task. */
export async function noteTyping(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { seen } = globalThis as unknown as Noting;
    new PerformanceObserver((list) => {
      for (const task of list.getEntries()) seen.blocked.push(task.duration);
    }).observe({ type: "longtask" });
    const watch = {
      /** Painted: the frame after the key has been drawn when the next task runs. */
      handleEvent({ timeStamp }: Event): void {
        requestAnimationFrame(() => {
          const drawn = new MessageChannel();
          drawn.port1.onmessage = () => seen.keys.push(performance.now() - timeStamp);
          drawn.port2.postMessage(null);
        });
      },
    };
    addEventListener("keydown", watch, { capture: true });
  });
}

/** What was noted. */
export async function seenIn(page: Page): Promise<Seen> {
  return page.evaluate(() => (globalThis as unknown as Noting).seen);
}
