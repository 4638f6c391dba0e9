// Shortcuts of one letter: known to those who come from other tools, switched off by those who dictate (WCAG 2.1.4).
const KEPT = "atelier-single-keys";

let isOn = $state(read());

export function singleKeys(): boolean {
  return isOn;
}

export function useSingleKeys(on: boolean): void {
  isOn = on;
  try {
    if (on) localStorage.removeItem(KEPT);
    else localStorage.setItem(KEPT, "off");
  } catch {
    // A browser that keeps nothing forgets the choice with the page.
  }
}

function read(): boolean {
  try {
    return localStorage.getItem(KEPT) !== "off";
  } catch {
    return true;
  }
}

/** What is pressed, when it is meant for the page: not for a field, a menu or a window over the page. */
export function shortcut(event: KeyboardEvent): string | null {
  const { target } = event;
  if (event.defaultPrevented || event.isComposing || event.altKey) return null;
  if (document.querySelector("dialog[open]")) return null;
  const inField =
    target instanceof Element &&
    target.closest("input, textarea, select, [contenteditable=true], [role=menu]");
  const isPlainField =
    inField && !(inField instanceof HTMLInputElement && inField.type === "checkbox");
  if (isPlainField) return null;
  const letter = event.key.toLowerCase();
  if (event.ctrlKey || event.metaKey) return withCtrl(letter, event.shiftKey);
  return isOn || event.key.length > 1 ? letter : null;
}

function withCtrl(letter: string, shift: boolean): string | null {
  if (letter === "z") return shift ? "redo" : "undo";
  return letter === "y" ? "redo" : null;
}
