// What lies over the page, such as a window or a menu. Each has a step of its own in the history, so that the back button
// closes what was opened last; and what is closed in another way takes its step away again.

type Close = () => void;

/** The last stands on top of the others. */
const open: Close[] = [];
/** How many steps the entry of the history we are at has for what is open. */
let steps = stepsHere();
/** Set while a way back of ours is under way: until it has arrived, the history is left alone. */
let returning: ReturnType<typeof setTimeout> | undefined;
const afterwards: (() => void)[] = [];
let isDue = false;

/** A way back that leads nowhere, because there is nothing before the page, is waited for no longer than this. */
const RETURN_MS_MAX = 1_000;

/** Tells that something is open, until the answer is called; `close` is what the back button does with it. */
export function opened(close: Close): () => void {
  open.push(close);
  settleSoon();
  return () => {
    open.splice(open.indexOf(close), 1);
    settleSoon();
  };
}

/** Runs when the history may be written: at once, unless a way back of ours is under way. */
export function whenSettled(act: () => void): void {
  if (returning === undefined) act();
  else afterwards.push(act);
}

/** Whether the entry of the history we are at is a step of something open, or of something that was. */
export function isStep(): boolean {
  return stepsHere() > 0;
}

/** The page moved to an address: its entry is no step. */
export function movedOn(): void {
  steps = 0;
}

/** Takes in that the browser moved in its history. False when it leads to another page, or to another place on it. */
export function tookStep(isSamePage: boolean): boolean {
  const before = steps;
  steps = stepsHere();
  if (returning !== undefined) {
    arrive();
    return isSamePage;
  }
  if (!isSamePage) {
    // Whoever left from a window comes back to a page where it is closed.
    if (steps > 0) stepBack(steps);
    return false;
  }
  if (steps < open.length) closeDownTo(steps);
  // What was closed is not opened by going forward.
  else if (steps > open.length) stepBack(steps - open.length);
  // A step of something the page does not have open any more, as after it was loaded again, is passed over.
  else if (steps < before) stepBack(1);
  else return false;
  return true;
}

function closeDownTo(left: number): void {
  for (const close of open.slice(left).reverse()) close();
}

/** Something that closes while something else opens leaves its step to it. */
function settleSoon(): void {
  if (isDue) return;
  isDue = true;
  setTimeout(() => {
    isDue = false;
    if (returning === undefined) settle();
  });
}

function settle(): void {
  for (const act of afterwards.splice(0)) act();
  steps = stepsHere();
  if (steps > open.length) stepBack(steps - open.length);
  else while (steps < open.length && stepOn());
  if (steps === 0) history.scrollRestoration = "auto";
}

/**
 * A browser that takes no more entries for now leaves what is open without a step. Going back over a step, it does not put the page
 * where it was before: what was chosen may have led elsewhere in it.
 */
function stepOn(): boolean {
  try {
    history.scrollRestoration = "manual";
    history.pushState({ steps: steps + 1 }, "");
  } catch {
    return false;
  }
  steps += 1;
  return true;
}

function stepBack(by: number): void {
  returning = setTimeout(arrive, RETURN_MS_MAX);
  history.go(-by);
}

function arrive(): void {
  clearTimeout(returning);
  returning = undefined;
  settleSoon();
}

function stepsHere(): number {
  const state: unknown = history.state;
  const isOurs = typeof state === "object" && state !== null && "steps" in state;
  return isOurs && typeof state.steps === "number" ? state.steps : 0;
}
