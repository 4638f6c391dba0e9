// Erasing a letter where somebody's caret stands: a browser left to itself takes the caret for it.
import type { EditorView } from "prosemirror-view";

/** Erases the letter in front of one's caret (-1) or behind it (1) if another's caret is beside it. */
export function eraseBesideCaret(view: EditorView, side: -1 | 1): boolean {
  const { selection, tr } = view.state;
  const { $from, empty } = selection;
  if (!empty || !isBesideCaret(view, $from.pos)) return false;
  const { content } = $from.parent;
  const text =
    side < 0
      ? content.textBetween(0, $from.parentOffset)
      : content.textBetween($from.parentOffset, content.size);
  const letter = Array.from(new Intl.Segmenter().segment(text)).at(side < 0 ? -1 : 0)?.segment;
  if (letter === undefined) return false;
  const other = $from.pos + side * letter.length;
  view.dispatch(tr.delete(Math.min($from.pos, other), Math.max($from.pos, other)).scrollIntoView());
  return true;
}

function isBesideCaret(view: EditorView, position: number): boolean {
  return [-1, 1].some((side) => {
    const { node, offset } = view.domAtPos(position, side);
    const beside =
      node instanceof Text
        ? [offset === 0 && node.previousSibling, offset === node.length && node.nextSibling]
        : [node.childNodes[offset - 1], node.childNodes[offset]];
    return beside.some((found) => found instanceof Element && found.matches(".others-caret"));
  });
}
