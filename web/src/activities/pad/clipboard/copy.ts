// What a pad gives to the clipboard.
import { Slice } from "prosemirror-model";
import type { EditorProps, EditorView } from "prosemirror-view";
import { pageWriter } from "./to/page";
import { textOfCopy } from "./to/text";

/** How an editor writes what is copied out of it. */
export const copying: EditorProps = {
  transformCopied: wordsAlone,
  clipboardSerializer: pageWriter,
  clipboardTextSerializer: ({ content }) => textOfCopy(content),
};

/** A part of one line leaves as its words; only whole lines are what they are. */
function wordsAlone(slice: Slice, { state }: EditorView): Slice {
  const { $from, $to } = state.selection;
  const isPart = $from.parentOffset > 0 || $to.parentOffset < $to.parent.content.size;
  const line = slice.content.firstChild;
  const isInOne = slice.content.childCount === 1 && $from.sameParent($to);
  return line && isInOne && isPart ? new Slice(line.content, 0, 0) : slice;
}
