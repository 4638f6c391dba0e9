// What the toolbar shows as pressed: the marks and the block at the selection.
import { redoDepth, undoDepth } from "prosemirror-history";
import type { EditorState } from "prosemirror-state";
import { schema } from "../page/schema";
import { isMarked, linkAt, type SimpleMark } from "../writing/marks";

export type Selected = {
  marks: Record<SimpleMark, boolean>;
  /** `paragraph`, `heading 2`, `bullet`, `quote`… */
  block: string;
  isLink: boolean;
  isItem: boolean;
  mayUndo: boolean;
  mayRedo: boolean;
  isEmpty: boolean;
};

export function selectedIn(state: EditorState): Selected {
  const { parent } = state.selection.$from;
  return {
    marks: {
      strong: isMarked(state, "strong"),
      em: isMarked(state, "em"),
      underline: isMarked(state, "underline"),
      strike: isMarked(state, "strike"),
    },
    block: blockName(parent.type.name, parent.attrs),
    isLink: linkAt(state) !== null,
    isItem: parent.type === schema.nodes.item,
    mayUndo: undoDepth(state) > 0,
    mayRedo: redoDepth(state) > 0,
    isEmpty:
      state.doc.childCount === 1 &&
      state.doc.firstChild?.type === schema.nodes.paragraph &&
      state.doc.content.size === 2,
  };
}

function blockName(type: string, attrs: Record<string, unknown>): string {
  if (type === "heading") return `heading ${String(attrs["level"])}`;
  return type === "item" ? String(attrs["kind"]) : type;
}
