// How long anything may take before a test gives up: only a failing test ever waits this long.

/** Milliseconds after which waiting for something that should happen is a failure. */
export const DEADLINE_MS = 30_000;

/** Rejects with what was awaited when `event` has not come before the deadline. */
export async function inTime<T>(awaited: string, event: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`still waiting for ${awaited} after ${DEADLINE_MS} ms`));
    }, DEADLINE_MS);
  });
  try {
    return await Promise.race([event, late]);
  } finally {
    clearTimeout(timer);
  }
}
