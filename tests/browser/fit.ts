// Whether a page fits its screen: nothing to scroll sideways, every target large enough and under nothing else.
import { expect } from "@playwright/test";
import type { Guest } from "./guest.ts";

/** The page, or the window over it, as it is. */
export async function fits(guest: Guest): Promise<void> {
  await isNotWide(guest);
  await expect.poll(() => guest.page.evaluate(faultsOfTargets)).toEqual([]);
}

export async function isNotWide({ page }: Guest): Promise<void> {
  const { width = 0 } = page.viewportSize() ?? {};
  // A page whose window was just made narrow takes a moment.
  await expect.poll(() => page.evaluate(faultsOfWidth, width)).toEqual([]);
}

/** What stands out to the right of a page, or of a window, that one could scroll sideways. */
function faultsOfWidth(screen: number): string[] {
  const roots = [document.documentElement, ...document.querySelectorAll("dialog[open]")];
  const wide = roots.filter(
    ({ scrollWidth, clientWidth }) => scrollWidth > Math.min(clientWidth, innerWidth, screen),
  );
  return wide.flatMap((root) => {
    const edge = root.getBoundingClientRect().left + root.clientWidth;
    const beyond = [...root.querySelectorAll("*")].filter(
      (one) => one.getBoundingClientRect().right > edge,
    );
    return [root, ...beyond.slice(0, 5)].map((one) => one.outerHTML.slice(0, 100));
  });
}

/** It is run in the browser: it needs nothing from here. */
function faultsOfTargets(): string[] {
  const TARGET_PX = 24;
  const used = "a[href], button, input, select, textarea, summary, [role=spinbutton]";
  const scope = [...document.querySelectorAll("dialog[open]")].at(-1) ?? document.body;

  const isShown = (target: Element): boolean => {
    const { width, height, bottom } = target.getBoundingClientRect();
    // What is heard and not seen is a point; what waits for the keyboard is above the page.
    const hasPlace = width > 1 && height > 1 && bottom + scrollY > 0;
    return hasPlace && target.checkVisibility({ visibilityProperty: true });
  };
  // Within a sentence, a link is as high as its line.
  const isInSentence = (target: Element): boolean =>
    target.matches("a") && getComputedStyle(target).display === "inline";

  const faultOf = (target: Element): string | null => {
    const whole = target.closest("label") ?? target;
    whole.scrollIntoView({ block: "center", inline: "center" });
    const { left, top, width, height } = whole.getBoundingClientRect();
    const name = `${target.tagName} "${target.getAttribute("aria-label") ?? target.textContent}"`;
    if (Math.min(width, height) < TARGET_PX) return `${name} is ${width} × ${height}`;
    const hit = document.elementFromPoint(left + width / 2, top + height / 2);
    return whole.contains(hit) ? null : `${name} is under ${hit?.outerHTML.slice(0, 80) ?? "?"}`;
  };

  return [...scope.querySelectorAll(used)]
    .filter((target) => isShown(target) && !isInSentence(target))
    .flatMap((target) => faultOf(target) ?? []);
}
