// What the browser did to the page and ProseMirror has not read yet.
import type { EditorView } from "prosemirror-view";

// In ProseMirror's view, but not in its types.
type Inner = {
  domObserver: { forceFlush: () => void; flush: () => void };
  input: { lastIOSEnter: number };
};

/** Reads it: what was typed and where the caret went a moment ago. */
export function readPage(view: EditorView): void {
  const { domObserver } = view as unknown as Inner;
  domObserver.forceFlush();
  domObserver.flush();
}

/** On an iPhone ProseMirror lets the browser break the line, and does what Enter does when it has. */
export function isWaitingForEnter(view: EditorView): boolean {
  return (view as unknown as Inner).input.lastIOSEnter > 0;
}
