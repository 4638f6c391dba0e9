// Writes the text of a line into the document.
import * as Automerge from "@automerge/automerge/slim";
import type { Node } from "prosemirror-model";
import { BODY, type PadDoc } from "./body";

/** What a link or a bold word does when somebody types at its end. */
export const expandOf = (name: string) => (name === "link" ? "none" : "after");

/** Inserts the text of a line with its marks. Returns its length. */
export function insertMarked(draft: PadDoc, index: number, line: Node): number {
  const text = line.textContent;
  if (text !== "") Automerge.splice(draft, BODY, index, 0, text);
  line.forEach((run, offset) => {
    const range = { start: index + offset, end: index + offset + run.nodeSize };
    for (const { type, attrs } of run.marks) {
      const value = type.name === "link" ? String(attrs["href"]) : true;
      const expand = expandOf(type.name);
      Automerge.mark(draft, BODY, { ...range, expand }, type.name, value);
    }
  });
  return text.length;
}

/** Makes one text another by one splice, as short as can be; characters stay whole. */
export function rewriteText(draft: PadDoc, index: number, old: Node, wanted: Node): void {
  const [gone, come] = [Array.from(old.textContent), Array.from(wanted.textContent)];
  let [first, last] = [0, 0];
  const fewest = Math.min(gone.length, come.length);
  while (first < fewest && gone[first] === come[first]) first++;
  while (last < fewest - first && gone.at(-last - 1) === come.at(-last - 1)) last++;
  const removed = gone.slice(first, gone.length - last).join("").length;
  const added = come.slice(first, come.length - last).join("");
  const start = index + gone.slice(0, first).join("").length;
  if (removed > 0 || added !== "") Automerge.splice(draft, BODY, start, removed, added);
}
