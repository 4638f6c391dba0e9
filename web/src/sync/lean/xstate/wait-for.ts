// Waits until a machine is as wanted.
import type { Actor, Snapshot } from "./actor";

type Waiting = { timeout?: number; signal?: AbortSignal };

/** Resolves with the first snapshot that is as wanted; rejects when it takes too long, is given up, or cannot come any more. */
export function waitFor<C>(
  actor: Actor<C>,
  isWanted: (snapshot: Snapshot<C>) => boolean,
  { timeout, signal }: Waiting = {},
): Promise<Snapshot<C>> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) {
      reject(signal.reason as Error);
      return;
    }
    if (isWanted(actor.getSnapshot())) {
      resolve(actor.getSnapshot());
      return;
    }
    const settle = (work: () => void) => (): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", onAbort);
      leave();
      work();
    };
    const onAbort = settle(() => reject(signal?.reason as Error));
    const tooLate = settle(() => reject(new Error(`Timeout of ${String(timeout)} ms exceeded`)));
    const leave = actor.subscribe({
      next: (snapshot) => {
        if (isWanted(snapshot)) settle(() => resolve(snapshot))();
      },
      complete: settle(() => reject(new Error("Actor terminated without satisfying predicate"))),
    });
    const timer =
      timeout === undefined || timeout === Infinity ? undefined : setTimeout(tooLate, timeout);
    signal?.addEventListener("abort", onAbort);
  });
}
