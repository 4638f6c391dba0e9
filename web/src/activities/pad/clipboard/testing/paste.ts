// Reads HTML as the editor does when it is pasted.
import type { Node } from "prosemirror-model";
import { atOnce } from "../../../../ui/piecemeal";
import { readPage, withoutStyles } from "../read";

export function pasted(html: string): Node[] {
  const page = document.implementation.createHTMLDocument("").createElement("div");
  page.innerHTML = withoutStyles(html);
  return atOnce(readPage(page, html.includes("data-pm-slice")));
}
