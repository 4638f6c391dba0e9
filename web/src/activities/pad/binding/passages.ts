// Passages of the body that something is said about: each lies under a mark with its key in its name.
import * as Automerge from "@automerge/automerge/slim";
import type { Node } from "prosemirror-model";
import { BODY, marksOf, type PadDoc } from "./body";
import { placeOf, unitAt } from "./positions";

/** What the name of such a mark begins with; the key follows. */
const PREFIX = "comment:";

/** A passage in the page. */
export type Passage = { from: number; to: number };

/** Where each passage is of which something is left. */
export function passagesIn(
  document: PadDoc,
  page: Node,
  headless: boolean,
): ReadonlyMap<string, Passage> {
  const found = new Map<string, Passage>();
  for (const { name, value, start, end } of marksOf(document)) {
    if (!name.startsWith(PREFIX) || value !== true || start >= end) continue;
    const [from, to] = [start, end].map((index) => placeOf(page, index, headless).position);
    const before = found.get(name.slice(PREFIX.length));
    const passage = {
      from: Math.min(from ?? 0, before?.from ?? Infinity),
      to: Math.max(to ?? 0, before?.to ?? 0),
    };
    // The cells of a table may stand in the body in another order than in the page.
    if (passage.from < passage.to) found.set(name.slice(PREFIX.length), passage);
  }
  return found;
}

/** Lays a passage under its mark: what is written beside it stays beside it. */
export function markPassage(
  draft: PadDoc,
  page: Node,
  headless: boolean,
  key: string,
  { from, to }: Passage,
): void {
  const [start, end] = [unitAt(page, from, headless), unitAt(page, to, headless)];
  if (start < end) Automerge.mark(draft, BODY, { start, end, expand: "none" }, PREFIX + key, true);
}
