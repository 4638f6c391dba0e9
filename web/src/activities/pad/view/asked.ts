// What the browser is asked to do by other means than keys: the keyboard of a phone, a voice, a menu.
//
// Left to itself the browser would edit the page, and only what comes of it could be read.
import { Plugin, type Command } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { ownRedo } from "../undo/deeds";
import { enter } from "../writing/lines";
import { toggle } from "../writing/marks";
import { eraseBesideCaret } from "./erase";
import { isWaitingForEnter, readPage } from "./unread";

/** The key that does the same. It may leave the work to the browser, as inside a text. */
const KEYS: Readonly<Record<string, KeyboardEventInit>> = {
  insertParagraph: { key: "Enter" },
  insertLineBreak: { key: "Enter", shiftKey: true },
  deleteContentBackward: { key: "Backspace" },
  deleteWordBackward: { key: "Backspace" },
  deleteSoftLineBackward: { key: "Backspace" },
  deleteHardLineBackward: { key: "Backspace" },
  deleteContentForward: { key: "Delete" },
  deleteWordForward: { key: "Delete" },
  deleteSoftLineForward: { key: "Delete" },
  deleteHardLineForward: { key: "Delete" },
};

/** Does what the browser is asked for; `undo` undoes what this person did. */
export function asked(undo: Command): Plugin {
  const commands: Readonly<Record<string, Command>> = {
    historyUndo: undo,
    historyRedo: ownRedo,
    formatBold: toggle("strong"),
    formatItalic: toggle("em"),
    formatUnderline: toggle("underline"),
    formatStrikeThrough: toggle("strike"),
  };
  return new Plugin({
    props: {
      handleDOMEvents: {
        beforeinput(view, event) {
          // Kept from its edit, the browser would go on composing, and the next word take the place of this one.
          if (!event.cancelable || view.composing || isWaitingForEnter(view)) return false;
          readPage(view);
          const isDone = does(view, event, commands);
          if (isDone) event.preventDefault();
          return isDone;
        },
      },
    },
  });
}

function does(
  view: EditorView,
  event: InputEvent,
  commands: Readonly<Record<string, Command>>,
): boolean {
  const { inputType, data } = event;
  const key = KEYS[inputType];
  if (key && presses(view, key)) return true;
  if (inputType === "deleteContentBackward") return eraseBesideCaret(view, -1);
  if (inputType === "deleteContentForward") return eraseBesideCaret(view, 1);
  if (inputType === "insertText" && data !== null) return writes(view, data);
  const command = commands[inputType];
  // What has its command is never left to the browser.
  command?.(view.state, view.dispatch, view);
  return command !== undefined;
}

function presses(view: EditorView, key: KeyboardEventInit): boolean {
  const event = new KeyboardEvent("keydown", key);
  return view.someProp("handleKeyDown", (handle) => handle(view, event) === true) === true;
}

/** Text over several blocks or of several lines; any other is left to the browser. */
function writes(view: EditorView, text: string): boolean {
  const { $from, $to } = view.state.selection;
  if ($from.sameParent($to) && !/[\r\n]/.test(text)) return false;
  text.split(/\r\n|[\r\n]/).forEach((line, number) => {
    if (number > 0) enter(view.state, view.dispatch);
    if (line !== "" || !view.state.selection.empty)
      view.dispatch(view.state.tr.insertText(line).scrollIntoView());
  });
  return true;
}
