// How keys are called, on the keyboard that is in front of somebody.
import { language } from "../../../messages/say.svelte";
import { keysOf, type Deed } from "./table";

/** Whether keys are those of a Mac, or of an iPad with a keyboard. */
export const isMac = /Mac|iP(hone|[oa]d)/.test(navigator.platform);

const FRENCH: Readonly<Record<string, string>> = {
  Mod: "Ctrl",
  Shift: "Maj",
  Enter: "Entrée",
  Escape: "Échap",
};
const ENGLISH: Readonly<Record<string, string>> = { Mod: "Ctrl", Escape: "Esc" };
const ON_MAC: Readonly<Record<string, string>> = { Mod: "⌘", Shift: "⇧", Alt: "⌥" };

/** `Ctrl+Maj+X` for `Mod-Shift-x`; `⌘⇧X` on a Mac. */
export function nameOf(key: string): string {
  const parts = key === "/" ? [key] : key.split("-");
  const names = { ...(language() === "fr" ? FRENCH : ENGLISH), ...(isMac ? ON_MAC : {}) };
  const named = parts.map((part) => names[part] ?? (part.length === 1 ? part.toUpperCase() : part));
  return isMac ? named.join("").replace(/(?<=[⌘⇧⌥])(?=\w{2})/, " ") : named.join("+");
}

/** How the key of something that is done is called. */
export function keyOf(deed: Deed): string {
  return nameOf(keysOf(deed, isMac)[0] ?? "");
}
