// What keys do in code: its lines are one block.
import type { Command, EditorState } from "prosemirror-state";
import { RewriteStep } from "../page/rewrite";
import { schema } from "../page/schema";
import { code } from "./blocks";
import { writeOnAfter } from "./rules";

const INDENT = "  ";

/** Whether the selection is in one block of code. */
export function isInCode({ selection: { $from, $to } }: EditorState): boolean {
  return $from.parent.type === schema.nodes.code && $from.sameParent($to);
}

/** Enter in code: the next line; after two empty ones, at the end, the next block. */
export const enterInCode: Command = (state, dispatch) => {
  if (!isInCode(state)) return false;
  const { $from, empty } = state.selection;
  const isAtEnd = empty && $from.parentOffset === $from.parent.content.size;
  const transaction = state.tr;
  if (isAtEnd && $from.parent.textContent.endsWith("\n\n"))
    writeOnAfter(transaction.delete($from.pos - 2, $from.pos), $from.before());
  else transaction.insertText("\n");
  dispatch?.(transaction.scrollIntoView());
  return true;
};

/** Enter after three backticks, and the name of a language if one likes: the line becomes code. */
export const fence: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  const isFence =
    $from.parent.type === schema.nodes.paragraph && /^```[\w+#-]*$/.test($from.parent.textContent);
  if (!empty || !isFence || $from.parentOffset < $from.parent.content.size) return false;
  dispatch?.(
    state.tr
      .delete($from.start(), $from.end())
      .step(new RewriteStep($from.before(), code))
      .scrollIntoView(),
  );
  return true;
};

/** Tab in code: moves the line the caret is in to the right (1) or to the left (-1). */
export function indentCode(by: 1 | -1): Command {
  return (state, dispatch) => {
    if (!isInCode(state)) return false;
    const { $from } = state.selection;
    const start = $from.start() + lineStart($from.parent.textContent, $from.parentOffset);
    const margin = /^ {0,2}/.exec(state.doc.textBetween(start, $from.end()))?.[0].length ?? 0;
    if (by > 0) dispatch?.(state.tr.insertText(INDENT, $from.pos));
    else if (margin > 0) dispatch?.(state.tr.delete(start, start + margin));
    return true;
  };
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}
