// What keys do in tables. The commands are fetched when one is on the page.
import { Plugin, TextSelection, type Command, type EditorState } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { headingsIn } from "../page/bars";
import { schema } from "../page/schema";
import { crossesCells, emptied, isInTable } from "../writing/cells";

type Commands = typeof import("../writing/tables");

/** Tab between cells, Enter after a line of bars, and what is typed or cut over several cells. */
export function tables(): Plugin {
  const look = ({ state }: EditorView): void => {
    if (isInTable(state) || isLineOfBars(state)) void fetched();
  };
  return new Plugin({
    // Fetched when the caret comes into a table: when a key is pressed they are there.
    view: (view) => {
      look(view);
      return { update: look };
    },
    props: {
      handleKeyDown(view, event) {
        if (event.altKey || event.ctrlKey || event.metaKey) return false;
        if (event.key === "Tab" && isInTable(view.state)) {
          const by = event.shiftKey ? -1 : 1;
          return does(view, ({ toCell }) => toCell(by));
        }
        if (event.key === "Enter" && !event.shiftKey && isLineOfBars(view.state))
          return does(view, ({ tableFromLine }) => tableFromLine);
        return false;
      },
      // A press in a table that gives Firefox the focus leads it to the beginning of the page.
      handleClick(view, position, event) {
        const { doc, selection, tr } = view.state;
        const at = doc.resolve(position);
        const isInCell = at.depth > 1 && at.parent.isTextblock;
        if (!isInCell || event.shiftKey || !selection.empty || selection.$head.sameParent(at))
          return false;
        view.dispatch(tr.setSelection(TextSelection.create(doc, position)));
        return true;
      },
      handleTextInput(view, _from, _to, text) {
        if (!crossesCells(view.state)) return false;
        view.dispatch(emptied(view.state).insertText(text).scrollIntoView());
        return true;
      },
      handleDOMEvents: {
        // What is composed over several cells would be put by the browser where it likes.
        compositionstart(view) {
          if (crossesCells(view.state)) view.dispatch(emptied(view.state));
          return false;
        },
        cut(view, event) {
          if (!crossesCells(view.state) || !event.clipboardData) return false;
          const { dom, text } = view.serializeForClipboard(view.state.selection.content());
          event.clipboardData.setData("text/html", dom.innerHTML);
          event.clipboardData.setData("text/plain", text);
          event.preventDefault();
          view.dispatch(emptied(view.state).scrollIntoView().setMeta("uiEvent", "cut"));
          return true;
        },
      },
    },
  });
}

let commands: Commands | null = null;

async function fetched(): Promise<Commands | null> {
  try {
    commands ??= await import("../writing/tables");
  } catch {
    // Without a network the key does nothing, and the next one tries again.
  }
  return commands;
}

/** At once, so that what is typed after a key is written where the key leads. */
function does(view: EditorView, choose: (commands: Commands) => Command): true {
  if (commands) choose(commands)(view.state, view.dispatch, view);
  else
    void fetched().then((late) => {
      if (late && !view.isDestroyed) choose(late)(view.state, view.dispatch, view);
    });
  return true;
}

function isLineOfBars({ selection }: EditorState): boolean {
  const { $from, empty } = selection;
  const isAtEnd = empty && $from.parentOffset === $from.parent.content.size;
  const isLine = $from.parent.type === schema.nodes.paragraph && isAtEnd;
  return isLine && headingsIn($from.parent.textContent) !== null;
}
