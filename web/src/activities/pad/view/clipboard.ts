// Copies at once; pastes once it is known how. Reading what others wrote is a lot to know: it is fetched when somebody is about to
// paste, and what is pasted before it is here waits for it. What is much is pasted piece by piece.
import { Plugin } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { say } from "../../../messages/say.svelte";
import { complain } from "../../../ui/notices.svelte";
import { copying } from "../clipboard/copy";
import { place as flowPlace } from "../clipboard/place";
import { actAtFirst, places, remember, type Place } from "./places";
import { watched, type OnProgress } from "./progress";

type Teacher = typeof import("../clipboard/paste");
type Taken = import("../clipboard/paste").Taken;

export type Clipboard = {
  /** Nothing was pasted: it is too much. */
  tooLong: () => void;
  onProgress: OnProgress;
};

/** Copies and pastes. */
export function clipboard({ tooLong, onProgress }: Clipboard): Plugin[] {
  let teacher: Teacher | null = null;
  let lesson: Promise<void> | null = null;
  let isRaw = false;
  /** What is pasted piece by piece comes one after another. */
  let pasting: Promise<unknown> | null = null;

  async function teach(view: EditorView): Promise<void> {
    const fetched = await import("../clipboard/paste");
    if (view.isDestroyed) return;
    fetched.teachPasting(view);
    teacher = fetched;
  }

  // Where it cannot be fetched, the next paste tries again.
  const learn = (view: EditorView): Promise<void> =>
    (lesson ??= teach(view).catch(() => void (lesson = null)));

  /** Whether it is taken here: because it is not known yet how to read it, or because it is much. */
  function take(view: EditorView, event: Event, data: DataTransfer | null, at: Place): boolean {
    const taken = data && takenFrom(data, isRaw);
    if (!taken || (teacher && !pasting && !takesTime(view, teacher, taken))) return false;
    event.preventDefault();
    remember(view, at);
    // Its data is there during the event alone.
    const turn = Promise.all([learn(view), pasting]).then(() => paste(view, taken));
    pasting = turn;
    void turn.finally(() => {
      if (pasting === turn) pasting = null;
    });
    return true;
  }

  async function paste(view: EditorView, taken: Taken): Promise<void> {
    if (view.isDestroyed) return;
    if (teacher?.bringsImages(view, taken)) await pasteImages(view, teacher, taken);
    else if (teacher?.isMuch(taken)) await pasteMuch(view, teacher, taken);
    else actAtFirst(view, () => pasteAtOnce(view, taken));
  }

  async function pasteImages(view: EditorView, teacher: Teacher, taken: Taken): Promise<void> {
    const put = await teacher.readImages(view, taken);
    if (view.isDestroyed) return;
    let isPut: unknown;
    actAtFirst(view, () => (isPut = put?.()));
    await isPut;
  }

  /** In code, and where it cannot be fetched how to read it, only its letters are taken. */
  function pasteAtOnce(view: EditorView, taken: Taken): void {
    const { text, html } = taken;
    const isLiteral = !teacher || view.state.selection.$from.parent.type.spec.code === true;
    if (isLiteral && text !== "") view.pasteText(text);
    else if (html !== "" && !(taken.isRaw && text !== "")) view.pasteHTML(html);
    else if (teacher) teacher.pasteText(view, taken);
    else complain(say().errors.network);
  }

  async function pasteMuch(view: EditorView, teacher: Teacher, taken: Taken): Promise<void> {
    await watched(onProgress, async (watch) => {
      const blocks = await teacher.readMuch(view, taken);
      if (view.isDestroyed) return;
      let put: Promise<unknown> | undefined;
      actAtFirst(view, () => {
        if (!blocks) tooLong();
        else if (watch(0)) put = teacher.pasteMuch(view, blocks, watch);
      });
      await put;
    });
  }

  const learnsNow = (view: EditorView): boolean => {
    if (view.editable) void learn(view);
    return false;
  };

  const taking = new Plugin({
    props: {
      ...copying,
      handleDOMEvents: {
        // With Alt it is a letter of the keyboard's third row.
        keydown(view, { ctrlKey, metaKey, altKey, shiftKey }) {
          isRaw = shiftKey && (ctrlKey || metaKey);
          return (ctrlKey || metaKey) && !altKey && learnsNow(view);
        },
        keyup() {
          isRaw = false;
          return false;
        },
        contextmenu: learnsNow,
        dragenter: learnsNow,
        paste(view, event) {
          if (!view.editable) return false;
          return take(view, event, event.clipboardData, view.state.selection);
        },
        drop(view, event) {
          if (view.dragging || !view.editable) return false;
          const over = view.posAtCoords({ left: event.clientX, top: event.clientY });
          return (
            !!over && take(view, event, event.dataTransfer, { anchor: over.pos, head: over.pos })
          );
        },
      },
    },
  });
  return [taking, places(), flowPlace()];
}

function takesTime(view: EditorView, teacher: Teacher, taken: Taken): boolean {
  return teacher.isMuch(taken) || teacher.bringsImages(view, taken);
}

/** The words and pictures of something; null when it has none. */
function takenFrom(data: DataTransfer, isRaw: boolean): Taken | null {
  const html = data.getData("text/html");
  const text = data.getData("text/plain") || data.getData("text/uri-list").replace(/\r?\n/g, " ");
  const files = Array.from(data.files).filter(isImage);
  return html + text === "" && files.length === 0 ? null : { text, html, files, isRaw };
}

/** What phones name like this no browser knows, and it is told what to do. */
function isImage({ type, name }: File): boolean {
  return type.startsWith("image/") || /\.(?:heic|heif|avif)$/i.test(name);
}
