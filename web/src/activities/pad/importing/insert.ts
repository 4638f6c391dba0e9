// Puts the text of a file where the caret is, as one edit that its author can take back.
import { DOMParser } from "prosemirror-model";
import type { Command } from "prosemirror-state";
import { put } from "../clipboard/put";
import { schema } from "../page/schema";
import { elementsOf } from "./text";

/** The most that is added at once; the server refuses changes a few times as long. */
const CHARACTERS_MAX = 50_000;

/** Adds a text in HTML of ours; null when it is too long for that. */
export function insertion(html: string): Command | null {
  const page = DOMParser.fromSchema(schema).parse(elementsOf(html), { preserveWhitespace: "full" });
  if (page.content.size > CHARACTERS_MAX) return null;
  return (state, dispatch) => {
    dispatch?.(put(state, page.children).scrollIntoView());
    return true;
  };
}
