// What keys do while one looks at the past.

export type PastKey = "close" | "play" | "star" | { way: -1 | 1; stars: boolean };

/** What a key does; null when it is not for us: where one types or chooses, keys are those of the field. */
export function keyOf(event: KeyboardEvent): PastKey | null {
  const { key, target, shiftKey, altKey, ctrlKey, metaKey } = event;
  if ((ctrlKey || metaKey) && !altKey && !shiftKey && key.toLowerCase() === "s") return "star";
  if (altKey || ctrlKey || metaKey) return null;
  if (isField(target)) return null;
  if (key === "Escape") return "close";
  if (key === " ") return isPressed(target) ? null : "play";
  if (key === "ArrowLeft") return { way: -1, stars: shiftKey };
  if (key === "ArrowRight") return { way: 1, stars: shiftKey };
  return null;
}

function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  const isSlider = target.matches("input[type=range]");
  return !isSlider && target.matches("input, select, textarea");
}

/** Space presses buttons and opens what can be opened. */
function isPressed(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("button, summary, a");
}
