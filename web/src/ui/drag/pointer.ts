// Moving cards with a mouse, a pen or a finger. A finger rests on a card first: a swipe scrolls, and never moves a card.
import { edgesOf } from "./edges";
import { Ghost } from "./ghost";
import { placeAt } from "./place";
import type { Drag } from "./drag.svelte";

/** A finger that rests so long takes the card. */
const PRESS_MS = 300;
/** A finger that moved further than this before is scrolling. */
const REST_PX = 10;
/** A mouse that moved further than this with its button down is dragging. */
const PULL_PX = 5;

type Press = {
  pointer: number;
  card: HTMLElement;
  x: number;
  y: number;
  timer: ReturnType<typeof setTimeout> | undefined;
};

/** Lets the cards inside `columns` be dragged, until the answer is called. `cardsWith` is everything that moves with a card. */
export function dragByPointer(
  columns: HTMLElement,
  drag: Drag,
  cardsWith: (card: string) => readonly string[],
  isAllowed: () => boolean,
): () => void {
  let press: Press | undefined;
  let ghost: Ghost | undefined;
  const edges = edgesOf(columns, drag, (x, y) => follow(x, y));

  function down(event: PointerEvent): void {
    const card = cardAt(event);
    if (!card || !isAllowed() || event.button !== 0 || drag.isOn) return;
    const { pointerId: pointer, clientX: x, clientY: y } = event;
    const isFinger = event.pointerType === "touch";
    const timer = isFinger ? setTimeout(() => lift(x, y), PRESS_MS) : undefined;
    press = { pointer, card, x, y, timer };
  }

  function move(event: PointerEvent): void {
    if (event.pointerId !== press?.pointer) return;
    const { clientX: x, clientY: y } = event;
    if (ghost) follow(x, y);
    else if (press.timer === undefined) {
      if (Math.hypot(x - press.x, y - press.y) > PULL_PX) lift(x, y);
    } else if (Math.hypot(x - press.x, y - press.y) > REST_PX) letGo();
  }

  function lift(x: number, y: number): void {
    const id = press?.card.dataset["card"];
    if (!press || id === undefined) return;
    const cards = cardsWith(id);
    getSelection()?.removeAllRanges();
    ghost = new Ghost(press.card, x, y, cards.length);
    drag.lift(cards);
    if (press.timer !== undefined) navigator.vibrate(15);
    follow(x, y);
  }

  function follow(x: number, y: number): void {
    ghost?.move(x, y);
    edges.watch(x, y);
    const under = document.elementsFromPoint(x, y);
    const onto = closest(under, "[data-onto]");
    const card = onto?.dataset["onto"] ?? null;
    const isJoined = card !== null && !drag.cards.includes(card) && !!onto && drag.isOnto(onto, y);
    drag.onto = isJoined ? card : null;
    const list = closest(under, "[data-tray]")?.querySelector<HTMLElement>("[data-column]");
    if (list) drag.over = isJoined ? null : placeAt(list, y, drag.cards);
  }

  function up(event: PointerEvent): void {
    if (event.pointerId !== press?.pointer) return;
    if (ghost) {
      // The click that ends a drag opens nothing.
      addEventListener("click", swallow, { capture: true, once: true });
      setTimeout(() => removeEventListener("click", swallow, { capture: true }), 0);
      drag.drop();
    }
    letGo();
  }

  function cancel(event: PointerEvent): void {
    if (event.pointerId !== press?.pointer) return;
    if (ghost) drag.cancel();
    letGo();
  }

  function key(event: KeyboardEvent): void {
    if (event.key !== "Escape" || !ghost) return;
    event.stopPropagation();
    drag.cancel();
    letGo();
  }

  function letGo(): void {
    clearTimeout(press?.timer);
    press = undefined;
    ghost?.end();
    ghost = undefined;
    edges.rest();
  }

  /** A page that scrolls under the finger would take the finger away from the card. */
  function hold(event: Event): void {
    if (ghost) event.preventDefault();
  }

  function noMenu(event: Event): void {
    if (ghost || press?.timer !== undefined) event.preventDefault();
  }

  columns.addEventListener("pointerdown", down);
  columns.addEventListener("touchmove", hold, { passive: false });
  columns.addEventListener("contextmenu", noMenu);
  addEventListener("pointermove", move);
  addEventListener("pointerup", up);
  addEventListener("pointercancel", cancel);
  addEventListener("keydown", key, { capture: true });
  return () => {
    letGo();
    columns.removeEventListener("pointerdown", down);
    columns.removeEventListener("touchmove", hold);
    columns.removeEventListener("contextmenu", noMenu);
    removeEventListener("pointermove", move);
    removeEventListener("pointerup", up);
    removeEventListener("pointercancel", cancel);
    removeEventListener("keydown", key, { capture: true });
  };
}

function closest(elements: readonly Element[], selector: string): HTMLElement | undefined {
  return elements.flatMap((element) => element.closest<HTMLElement>(selector) ?? [])[0];
}

function swallow(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}

/** The card that is pressed, unless it is one of its menus or fields. */
function cardAt({ target }: PointerEvent): HTMLElement | null {
  if (!(target instanceof Element)) return null;
  if (target.closest("input, label, [role=menu], [aria-haspopup=menu], .make")) return null;
  return target.closest<HTMLElement>("[data-card]");
}
