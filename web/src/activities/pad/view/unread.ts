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

/**
 * Reads it before anything is drawn that comes from elsewhere. A key such as End moves the selection at once, while the event that
 * tells of it comes a moment later: what arrives in between would be drawn around the caret as it was, and bring it back there.
 */
export function readOwnFirst(view: EditorView): void {
  if (!view.composing) readPage(view);
}

/** On an iPhone ProseMirror lets the browser break the line, and does what Enter does when it has. */
export function isWaitingForEnter(view: EditorView): boolean {
  return (view as unknown as Inner).input.lastIOSEnter > 0;
}
