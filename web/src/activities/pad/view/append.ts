// Adds words from elsewhere at the end of the pad, as somebody would who types them there: one edit that can be taken back.
import { closeHistory } from "prosemirror-history";
import type { EditorState, Transaction } from "prosemirror-state";
import { schema } from "../page/schema";

/** The transaction that adds a paragraph for each line, in the place of an empty last one. The caret stays where it is. */
export function appended({ doc, tr }: EditorState, text: string): Transaction {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const paragraphs = lines.map((line) => schema.nodes.paragraph.create(null, schema.text(line)));
  const end = doc.content.size;
  const last = doc.lastChild;
  const isSpare = last?.type === schema.nodes.paragraph && last.content.size === 0;
  return closeHistory(tr.replaceWith(isSpare ? end - last.nodeSize : end, end, paragraphs));
}
