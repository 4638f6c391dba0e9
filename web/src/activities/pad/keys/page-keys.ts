// What keys do anywhere on the page of a pad.
import { keydownHandler } from "prosemirror-keymap";
import type { Command } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { isMac } from "./names";
import { PAGE_KEYS, keysOf, type PageDeed } from "./table";

/** Each says whether it was done; what was not is left to the browser. */
export type PageDeeds = Readonly<Record<PageDeed, () => boolean>>;

/** Hears keys of the window. Under a window of ours they are that window's. */
export function pageKeys(deeds: PageDeeds): (view: EditorView, event: KeyboardEvent) => void {
  const bindings: Record<string, Command> = {};
  for (const deed of Object.keys(PAGE_KEYS) as PageDeed[])
    for (const key of keysOf(deed, isMac)) bindings[key] = () => deeds[deed]();
  const handle = keydownHandler(bindings);
  return (view, event) => {
    if (event.defaultPrevented || document.querySelector("dialog[open]")) return;
    if (isLetter(event) && isWritten(event.target)) return;
    if (handle(view, event)) event.preventDefault();
  };
}

function isLetter({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return key.length === 1 && !ctrlKey && !metaKey;
}

/** Whether letters are written there. */
function isWritten(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches("input, select, textarea");
}
