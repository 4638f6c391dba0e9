// Opens the menu of blocks: a slash at the beginning of an empty line.
import { Plugin, type EditorState } from "prosemirror-state";
import { schema } from "../page/schema";

/** Calls `open` instead of writing a slash that begins a line. */
export function slash(open: () => void): Plugin {
  return new Plugin({
    props: {
      handleTextInput(view, _from, _to, text) {
        if (text !== "/" || view.composing || !isOnEmptyLine(view.state)) return false;
        open();
        return true;
      },
    },
  });
}

/** Whether the caret is on a line without text; in code a slash is a slash. */
export function isOnEmptyLine({ selection: { $from, empty } }: EditorState): boolean {
  const isLine = ![schema.nodes.code, schema.nodes.image].includes($from.parent.type);
  return empty && $from.parent.content.size === 0 && isLine;
}
