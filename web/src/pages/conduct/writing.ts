// Whether somebody is writing on this page: composing a letter, or at it a moment ago.

/** Who pauses for longer has finished what they were writing. */
const PAUSE_MS = 2_000;

let isComposing = false;
let last = -Infinity;

addEventListener("compositionstart", () => (isComposing = true), { capture: true });
addEventListener("compositionend", () => (isComposing = false), { capture: true });
addEventListener("input", () => (last = performance.now()), { capture: true });

export const writing = {
  isUnderWay: (): boolean => isComposing || performance.now() - last < PAUSE_MS,
};
