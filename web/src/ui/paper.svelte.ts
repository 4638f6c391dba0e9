// Printing: what is folded or left out on the screen is whole on paper, in whatever way the browser was asked to print.
import { flushSync } from "svelte";

let isPrinting = $state(false);
/** What was opened for the paper. */
let unfolded: HTMLDetailsElement[] = [];

/** Whether the page is being printed; reactive where it is read. */
export function printing(): boolean {
  return isPrinting;
}

/** Follows the printer of the browser: it says that it is about to look at the page, or asks for the page as it is on paper. */
export function followPrinter(): void {
  addEventListener("beforeprint", beforePrint);
  addEventListener("afterprint", afterPrint);
  matchMedia("print").addEventListener("change", ({ matches }) => {
    if (matches) beforePrint();
    else afterPrint();
  });
}

/** What stands elsewhere on the page already is on paper only when somebody unfolded it. */
const FOLDED = "main details:not([open], [data-twice])";

/** Puts the whole page there, before the browser looks at it. */
function beforePrint(): void {
  if (isPrinting) return;
  flushSync(() => (isPrinting = true));
  unfolded = [...document.querySelectorAll<HTMLDetailsElement>(FOLDED)];
  for (const one of unfolded) one.open = true;
}

function afterPrint(): void {
  for (const one of unfolded) one.open = false;
  unfolded = [];
  isPrinting = false;
}
