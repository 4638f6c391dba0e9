// Copies at once; pastes once it is known how. Reading what others wrote is a lot to know: it is fetched when somebody is about to
// paste, and what is pasted before it is here waits for it.
import { Plugin } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { copying } from "../clipboard/copy";
import { actAtFirst, places, remember, type Place } from "./places";

type Taken = { text: string; html: string };
type Teacher = typeof import("../clipboard/paste");

/** Copies and pastes; `tooLong` tells when nothing was pasted. */
export function clipboard(tooLong: () => void): Plugin[] {
  let teacher: Teacher | null = null;
  let lesson: Promise<void> | null = null;

  async function teach(view: EditorView): Promise<void> {
    const fetched = await import("../clipboard/paste");
    if (view.isDestroyed) return;
    fetched.teachPasting(view, tooLong);
    teacher = fetched;
  }

  // Where it cannot be fetched, the next paste tries again.
  const learn = (view: EditorView): Promise<void> =>
    (lesson ??= teach(view).catch(() => void (lesson = null)));

  /** What comes before it is known how to read it waits: its data is there during the event alone. */
  function hold(view: EditorView, event: Event, data: DataTransfer | null, at: Place): boolean {
    const taken = data && takenFrom(data);
    if (!taken) return false;
    event.preventDefault();
    remember(view, at);
    void learn(view).then(() => {
      if (!view.isDestroyed) actAtFirst(view, () => paste(view, taken));
    });
    return true;
  }

  /** In code, and where it cannot be fetched how to read it, only its letters are taken. */
  function paste(view: EditorView, { text, html }: Taken): void {
    const isLiteral = !teacher || view.state.selection.$from.parent.type.spec.code === true;
    if (isLiteral && text !== "") view.pasteText(text);
    else if (html !== "") view.pasteHTML(html);
    else teacher?.pasteText(view, text, tooLong);
  }

  const learnsNow = (view: EditorView): boolean => {
    if (view.editable) void learn(view);
    return false;
  };

  const pasting = new Plugin({
    props: {
      ...copying,
      handleDOMEvents: {
        // With Alt it is a letter of the keyboard's third row.
        keydown: (view, { ctrlKey, metaKey, altKey }) =>
          (ctrlKey || metaKey) && !altKey && learnsNow(view),
        contextmenu: learnsNow,
        dragenter: learnsNow,
        paste(view, event) {
          if (teacher || !view.editable) return false;
          return hold(view, event, event.clipboardData, view.state.selection);
        },
        drop(view, event) {
          if (teacher || view.dragging || !view.editable) return false;
          const over = view.posAtCoords({ left: event.clientX, top: event.clientY });
          return (
            !!over && hold(view, event, event.dataTransfer, { anchor: over.pos, head: over.pos })
          );
        },
      },
    },
  });
  return [pasting, places()];
}

/** The words of something; null when it has none. */
function takenFrom(data: DataTransfer): Taken | null {
  const html = data.getData("text/html");
  const text = data.getData("text/plain") || data.getData("text/uri-list").replace(/\r?\n/g, " ");
  return html === "" && text === "" ? null : { text, html };
}
