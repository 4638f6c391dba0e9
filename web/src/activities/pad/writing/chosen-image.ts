// Which picture one writes under.
import type { EditorState } from "prosemirror-state";
import { imageAt, type ImageAttributes } from "../page/image";
import { schema } from "../page/schema";

/** Whether the caret is in the caption of a picture. */
export function isInImage({ selection: { $from, $to } }: EditorState): boolean {
  return $from.parent.type === schema.nodes.image && $from.sameParent($to);
}

/** The picture whose caption the caret is in; null when it is in none. */
export function chosenImage(state: EditorState): ImageAttributes | null {
  return isInImage(state) ? imageAt(state.selection.$from.parent) : null;
}
