// Puts the text of a file where the caret is, piece by piece: one edit that its author can take back.
import { DOMParser } from "prosemirror-model";
import type { EditorView } from "prosemirror-view";
import { flow, type Watch } from "../clipboard/flow";
import { schema } from "../page/schema";
import { elementsOf } from "./text";

/** Adds a text in HTML of ours; done once all of it is there, or `watch` ended it. */
export function insertText(view: EditorView, html: string, watch: Watch): Promise<void> {
  const page = DOMParser.fromSchema(schema).parse(elementsOf(html), { preserveWhitespace: "full" });
  return flow(view, page.children, watch);
}
