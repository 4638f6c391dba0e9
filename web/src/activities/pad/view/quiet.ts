// Work that waits until nothing has happened for a while.

/** How long nothing has to happen. */
const QUIET_MS = 3000;

/** Runs `work` once, some quiet time after the last start. */
export function whenQuiet(work: () => void): { start: () => void; stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => clearTimeout(timer);
  const start = () => {
    stop();
    timer = setTimeout(work, QUIET_MS);
  };
  return { start, stop };
}
