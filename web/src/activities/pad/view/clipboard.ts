// Fetches what an editor has to know of the clipboard, once the page is at rest: nobody waits for it to write.
import { Plugin } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";

/** The page has been at rest for long enough after this time, whatever else it does. */
const REST_MS_MAX = 2000;

/** Copies and pastes; `tooLong` tells when nothing was pasted. */
export function clipboard(tooLong: () => void): Plugin {
  let isTaught = false;
  let lesson: Promise<void> | null = null;

  async function teach(view: EditorView): Promise<void> {
    const { teachClipboard } = await import("../clipboard/clipboard");
    if (view.isDestroyed) return;
    teachClipboard(view, tooLong);
    isTaught = true;
  }

  // Where it cannot be fetched, the next paste tries again.
  const learn = (view: EditorView): Promise<void> =>
    (lesson ??= teach(view).catch(() => void (lesson = null)));

  return new Plugin({
    view: (view) => ({ destroy: atRest(() => void learn(view)) }),
    props: {
      handleDOMEvents: {
        /** What is pasted before waits: its data is there during the event alone. */
        paste(view, event) {
          if (isTaught || !event.clipboardData) return false;
          const text = event.clipboardData.getData("text/plain");
          const html = event.clipboardData.getData("text/html");
          event.preventDefault();
          void learn(view).then(() => {
            if (view.isDestroyed) return;
            if (isTaught && html !== "") view.pasteHTML(html, event);
            else view.pasteText(text, event);
          });
          return true;
        },
      },
    },
  });
}

/** Does something when the page is at rest. Returns what calls it off. */
function atRest(work: () => void): () => void {
  if (!("requestIdleCallback" in window)) {
    const timer = setTimeout(work, REST_MS_MAX);
    return () => clearTimeout(timer);
  }
  const callback = requestIdleCallback(work, { timeout: REST_MS_MAX });
  return () => cancelIdleCallback(callback);
}
