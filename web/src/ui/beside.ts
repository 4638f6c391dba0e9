// Puts what opens beside what opened it: under it or, without room there, above; within the window, cut by nothing around it.

const GAP = 4;
/** What moves less than this, in pixels, has not moved. */
const SHAKE = 1;

/** Places an element beside `opener` for as long as it is on the page; `onmove` is called when the page moves under it. */
export function beside(
  opener: HTMLElement,
  onmove: () => void,
): (element: HTMLElement) => () => void {
  return (element) => {
    const { top, bottom, right } = opener.getBoundingClientRect();
    const { offsetHeight: height, offsetWidth: width } = element;
    const isUnder = bottom + GAP + height <= innerHeight || top < height + GAP;
    const start = Math.min(Math.max(right - width, GAP), innerWidth - width - GAP);
    element.style.insetBlockStart = `${String(isUnder ? bottom + GAP : top - GAP - height)}px`;
    element.style.insetInlineStart = `${String(Math.max(start, GAP))}px`;
    // The page tells of a scroll a moment later: one that ended before this opened has moved nothing since.
    const moved = (): void => {
      const now = opener.getBoundingClientRect();
      if (Math.abs(now.bottom - bottom) > SHAKE || Math.abs(now.right - right) > SHAKE) onmove();
    };
    addEventListener("scroll", moved, { capture: true, passive: true });
    addEventListener("resize", onmove);
    return () => {
      removeEventListener("scroll", moved, { capture: true });
      removeEventListener("resize", onmove);
    };
  };
}
