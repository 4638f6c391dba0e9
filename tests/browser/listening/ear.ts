// What a screen reader says by itself while one does something else: what changes in the places that are announced.
import type { Guest } from "../guest.ts";

type Hearing = { heard: string[] };

/** Listens from now on, in the page that is open. */
export async function listens({ page }: Guest): Promise<void> {
  await page.evaluate(() => {
    const heard: string[] = [];
    const LIVE = "[role=status], [role=alert], [aria-live=polite], [aria-live=assertive]";
    // Under a window everything is silent.
    const isSilent = (place: Element): boolean => {
      const top = [...document.querySelectorAll("dialog[open]")].at(-1);
      return top !== undefined && !top.contains(place);
    };
    const placeOf = (node: Node): Element | null =>
      (node instanceof Element ? node : node.parentElement)?.closest(LIVE) ?? null;
    const hear = (place: Element): void => {
      const words = place.textContent.replace(/\s+/g, " ").trim();
      if (words !== "" && heard.at(-1) !== words && !isSilent(place)) heard.push(words);
    };
    new MutationObserver((records) => {
      const places = new Set<Element>();
      for (const { target, addedNodes } of records) {
        const changed = placeOf(target);
        if (changed) places.add(changed);
        // An alert is said when it comes; what comes with its words in it is otherwise not.
        for (const node of addedNodes)
          if (node instanceof Element && node.matches("[role=alert]")) places.add(node);
      }
      for (const place of places) hear(place);
    }).observe(document, { subtree: true, childList: true, characterData: true });
    Object.assign(globalThis, { heard });
  });
}

/** What was said since, in its order. */
export function hears({ page }: Guest): Promise<string[]> {
  return page.evaluate(() => (globalThis as unknown as Hearing).heard);
}
