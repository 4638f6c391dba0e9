// What happens when one moves to a page: its heading takes the focus and its title is said, as when a page is loaded.
import { tick, untrack } from "svelte";
import { say } from "../messages/say.svelte";
import { moveCount } from "../router/router.svelte";
import { announce } from "../ui/notices.svelte";

/** The last move that was told. The page that was loaded is told by the browser. */
let told = 0;

/** For the heading of a page: told once for each move, when the page it leads to is there. */
export function arrival(heading: HTMLElement): void {
  const move = untrack(moveCount);
  if (move === told) return;
  told = move;
  void tellAbout(heading);
}

async function tellAbout(heading: HTMLElement): Promise<void> {
  await tick();
  // A page that begins with a field has put the focus there already.
  if (!document.activeElement?.matches("input, textarea, [contenteditable]")) {
    heading.focus({ preventScroll: true });
  }
  announce(say().app.page(document.title));
}
