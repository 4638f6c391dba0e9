// What a file of a text says besides it: who wrote in it, and what was said about it. Each person chooses, for every file.
import { say } from "../messages/say.svelte";
import type { Action } from "../ui/action";

const chosen = $state({ authors: false, comments: true });

/** The address of a file with what it is to say besides its text. */
export function withBeside(address: string): string {
  const asked = new URLSearchParams();
  if (chosen.authors) asked.set("authors", "true");
  if (!chosen.comments) asked.set("comments", "false");
  return asked.size > 0 ? `${address}?${asked.toString()}` : address;
}

/** What turns each of it on and off, in a menu that stays open. */
export function choicesBeside(): Action[] {
  return (["authors", "comments"] as const).map((each) => ({
    label: say().document.besideText[each],
    checked: chosen[each],
    stays: true,
    run: () => (chosen[each] = !chosen[each]),
  }));
}
