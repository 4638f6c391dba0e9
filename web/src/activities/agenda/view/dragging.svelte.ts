// A step in the hand: where it would be put. The same is done by the keys of its grip and by 'Move to…'.

/** Where a step would be put: in a day, before another step or at the end. */
export type Place = { day: string; before: string | null };

/** So close to an edge of the window, in pixels, the page scrolls by so many at each move. */
const [EDGE_PX, SCROLL_PX] = [72, 14];

export class Dragging {
  /** The step in the hand. */
  step = $state<string | null>(null);
  to = $state.raw<Place | null>(null);

  constructor(readonly drop: (step: string, to: Place) => void) {}

  /** Takes a step by its grip, until the pointer is let go of. */
  begin(step: string, event: PointerEvent): void {
    if (event.button !== 0) return;
    const grip = event.currentTarget as HTMLElement;
    grip.setPointerCapture(event.pointerId);
    const end = (isDropped: boolean): void => {
      grip.removeEventListener("pointermove", move);
      grip.removeEventListener("pointerup", up);
      grip.removeEventListener("pointercancel", cancel);
      removeEventListener("keydown", press, true);
      const to = this.to;
      this.step = this.to = null;
      if (isDropped && to) this.drop(step, to);
    };
    const move = ({ clientX, clientY }: PointerEvent): void => {
      this.step = step;
      this.to = placeAt(clientX, clientY, step) ?? this.to;
      if (clientY < EDGE_PX) scrollBy(0, -SCROLL_PX);
      else if (clientY > innerHeight - EDGE_PX) scrollBy(0, SCROLL_PX);
    };
    const up = (): void => end(true);
    const cancel = (): void => end(false);
    const press = (pressed: KeyboardEvent): void => {
      if (pressed.key !== "Escape") return;
      pressed.preventDefault();
      pressed.stopPropagation();
      end(false);
    };
    grip.addEventListener("pointermove", move);
    grip.addEventListener("pointerup", up);
    grip.addEventListener("pointercancel", cancel);
    addEventListener("keydown", press, true);
  }
}

function placeAt(x: number, y: number, dragged: string): Place | null {
  const list = document.elementFromPoint(x, y)?.closest("[data-day]");
  const day = list?.getAttribute("data-day");
  if (!list || day === null || day === undefined) return null;
  const steps = Array.from(list.querySelectorAll<HTMLElement>("[data-step]"));
  const others = steps.filter((step) => step.dataset["step"] !== dragged);
  const next = others.find((step) => {
    const { top, height } = step.getBoundingClientRect();
    return y < top + height / 2;
  });
  return { day, before: next?.dataset["step"] ?? null };
}
