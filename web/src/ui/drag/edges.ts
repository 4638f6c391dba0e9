// What moves while a card is held at an edge: the column, all of them, the page; on a phone, the column that is shown.
import type { Drag } from "./drag.svelte";

/** How near an edge is near. */
const EDGE_PX = 48;
/** At the edge itself it moves so far in a frame. */
const STEP_PX = 14;
/** A card held so long at the side of a phone goes to the next column. */
const TURN_MS = 700;

export function edgesOf(
  columns: HTMLElement,
  drag: Drag,
  moved: (x: number, y: number) => void,
): { watch: (x: number, y: number) => void; rest: () => void } {
  let frame = 0;
  let at = { x: 0, y: 0 };
  let turnsAt = 0;

  function watch(x: number, y: number): void {
    at = { x, y };
    if (frame === 0) frame = requestAnimationFrame(step);
  }

  function step(now: number): void {
    frame = drag.isOn ? requestAnimationFrame(step) : 0;
    if (frame === 0) return;
    const { x, y } = at;
    const list = document.elementFromPoint(x, y)?.closest<HTMLElement>("[data-scroll]");
    const down = push(y, 0, innerHeight);
    const before = scrollY + (list?.scrollTop ?? 0) + columns.scrollLeft;
    if (list)
      list.scrollTop += push(
        y,
        list.getBoundingClientRect().top,
        list.getBoundingClientRect().bottom,
      );
    scrollBy(0, down);
    columns.scrollLeft += push(x, 0, innerWidth);
    turn(push(x, 0, innerWidth), now);
    if (before !== scrollY + (list?.scrollTop ?? 0) + columns.scrollLeft) moved(x, y);
  }

  function turn(side: number, now: number): void {
    if (side === 0 || columns.scrollWidth > columns.clientWidth) turnsAt = 0;
    else if (turnsAt === 0) turnsAt = now + TURN_MS;
    else if (now >= turnsAt) {
      turnsAt = now + TURN_MS;
      drag.sideways(Math.sign(side));
    }
  }

  function rest(): void {
    cancelAnimationFrame(frame);
    frame = 0;
    turnsAt = 0;
  }

  return { watch, rest };
}

/** How far to move: nothing in the middle, more the nearer to an edge. */
function push(at: number, low: number, high: number): number {
  if (at < low + EDGE_PX) return -Math.min(STEP_PX, ((low + EDGE_PX - at) / EDGE_PX) * STEP_PX);
  if (at > high - EDGE_PX) return Math.min(STEP_PX, ((at - high + EDGE_PX) / EDGE_PX) * STEP_PX);
  return 0;
}
