// What one has just done to the selection, before anything is drawn that comes from elsewhere.
import type { EditorView } from "prosemirror-view";

// In every ProseMirror view, but not in the types.
type Observing = { domObserver: { flush: () => void } };

/**
 * Reads the selection from the page. A key such as End moves it at once, while the event that tells of it comes a
 * moment later: what arrives in between would be drawn around the caret as it was, and bring it back there.
 */
export function readOwnFirst(view: EditorView): void {
  if (!view.composing) (view as unknown as Observing).domObserver.flush();
}
