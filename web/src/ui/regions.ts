// F6 and Shift+F6 go from one part of a page to the next, as they do between the parts of a window. From the last one the key is
// the browser's again, whose own parts come then.

const REGIONS =
  "header:not(main *), footer:not(main *), main, nav, aside, search, [role=toolbar], [data-region]";
const STOPS =
  "a[href], button, input, select, textarea, summary, [tabindex], [contenteditable=true]";

/** Where one was in each part, to come back to. */
const left = new WeakMap<Element, HTMLElement>();

/** Hears a key of the window. */
export function goBetweenRegions(event: KeyboardEvent): void {
  const { key, altKey, ctrlKey, metaKey, shiftKey, defaultPrevented } = event;
  if (key !== "F6" || altKey || ctrlKey || metaKey || defaultPrevented) return;
  if (document.querySelector("dialog[open]")) return;
  const from = document.activeElement;
  const all = Array.from(document.querySelectorAll(REGIONS)).filter(isShown);
  const here = all.findLastIndex((region) => region.contains(from));
  const isOutside = here < 0 || from === document.body;
  const next = isOutside ? all.at(shiftKey ? -1 : 0) : all[here + (shiftKey ? -1 : 1)];
  const region = all[here];
  if (region && from instanceof HTMLElement) left.set(region, from);
  if (!next) return;
  event.preventDefault();
  enter(next);
}

function enter(region: Element): void {
  const last = left.get(region);
  const stop =
    last?.isConnected && isShown(last) && region.contains(last) ? last : firstStop(region);
  if (stop) stop.focus();
  else if (region instanceof HTMLElement) {
    region.tabIndex = -1;
    region.focus();
  }
}

/** The first stop of Tab in it that is in no part of its own. */
function firstStop(region: Element): HTMLElement | undefined {
  return Array.from(region.querySelectorAll<HTMLElement>(STOPS)).find(
    (stop) => isStop(stop) && stop.closest(REGIONS) === region && isShown(stop),
  );
}

/** Where one writes, Tab stops whatever its index says. */
function isStop({ tabIndex, isContentEditable }: HTMLElement): boolean {
  return tabIndex >= 0 || isContentEditable;
}

function isShown(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true });
}
