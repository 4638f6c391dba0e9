// A translator in the browser, as Chrome's works: each text is taken out and an element with other words put in its place.
import type { Guest } from "./guest.ts";

/** How it is seen that a text was translated. */
export const SIGN = "⟦";

/** Translates what is on the page; `all`: also what is not to be translated. */
export async function translates({ page }: Guest, all: "all" | "what it may"): Promise<void> {
  await page.evaluate(translate, { isAll: all === "all", sign: SIGN });
}

/** It is run in the browser: it needs nothing from here. */
function translate({ isAll, sign }: { isAll: boolean; sign: string }): void {
  const mayBe = (text: Node): boolean => {
    const parent = text.parentElement;
    if (!parent || parent.closest("font, script, style, textarea")) return false;
    if (!/\p{L}|\d/u.test(text.nodeValue ?? "")) return false;
    return isAll || !parent.closest("[translate=no]");
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts: Node[] = [];
  while (walker.nextNode()) if (mayBe(walker.currentNode)) texts.push(walker.currentNode);
  for (const text of texts) {
    const place = document.createElement("template");
    place.innerHTML = "<font dir='auto'><font dir='auto'></font></font>";
    const outer = place.content.firstElementChild;
    const inner = outer?.firstElementChild;
    if (!outer || !inner) throw new Error("there are no elements");
    inner.textContent = `${sign}${text.nodeValue ?? ""}`;
    text.parentNode?.replaceChild(outer, text);
  }
}
