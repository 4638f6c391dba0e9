// The lines one means: those that are selected, or the one the caret is in.
import type { EditorState } from "prosemirror-state";

/** What is selected inside one line, and whole lines otherwise. Empty lines say nothing. */
export function chosenLines({ doc, selection }: EditorState): string[] {
  const { from, to, empty, $from, $to } = selection;
  if (!empty && $from.parent.isTextblock && $from.sameParent($to))
    return said([doc.textBetween(from, to)]);
  const lines: string[] = [];
  doc.nodesBetween(from, to, (node) => {
    if (node.isTextblock) lines.push(node.textContent);
    return !node.isTextblock;
  });
  return said(lines);
}

function said(lines: readonly string[]): string[] {
  return lines.map((line) => line.trim()).filter((line) => line !== "");
}
