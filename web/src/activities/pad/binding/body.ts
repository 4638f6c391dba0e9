// The body of a pad document: where it is, and the few calls of Automerge it is read and changed by.
import * as Automerge from "@automerge/automerge/slim";
import type { Doc, Heads, Mark, Patch, Span } from "@automerge/automerge/slim";
import type { BlockMarker } from "../page/block";
import type { PadDocument } from "./pad-document";

/** A pad document at some version. */
export type PadDoc = Doc<PadDocument>;

/** Where the body is in the document. */
export const BODY: Automerge.Prop[] = ["body"];

/** The body as blocks and marked text. */
export function spansOf(document: PadDoc): Span[] {
  return Automerge.spans(document, BODY);
}

/** The marks of the body. */
export function marksOf(document: PadDoc): Mark[] {
  return Automerge.marks(document, BODY);
}

/** The block marker at an index; null when there is none. */
export function markerAt(document: PadDoc, index: number): unknown {
  return Automerge.block(document, BODY, index);
}

/** What happened to the document since it was at `heads`. */
export function patchesSince(document: PadDoc, heads: Heads): Patch[] {
  return Automerge.diff(document, heads, Automerge.getHeads(document));
}

/** A marker in the words of Automerge. */
export function written(marker: BlockMarker): Record<string, Automerge.MaterializeValue> {
  const type = new Automerge.ImmutableString(marker.type);
  const attrs = Object.entries(marker.attrs).map(([key, value]) => [
    key,
    typeof value === "string" ? new Automerge.ImmutableString(value) : value,
  ]);
  return { type, parents: [], attrs: Object.fromEntries(attrs) as Automerge.MaterializeValue };
}

/**
 * Changes a block marker in place, key by key. `Automerge.updateBlock` puts another marker into its
 * place, so that two people who change one block at once would get two blocks.
 */
export function rewriteMarker(
  draft: PadDoc,
  index: number,
  before: BlockMarker,
  after: BlockMarker,
): void {
  const backend = Automerge.getBackend(draft);
  const marker = `_root/body/${String(index)}`;
  if (before.type !== after.type) backend.put(marker, "type", after.type, "str");
  for (const [key, value] of Object.entries(after.attrs)) {
    if (before.attrs[key] === value) continue;
    backend.put(`${marker}/attrs`, key, value, WRITTEN_AS[typeof value as keyof typeof WRITTEN_AS]);
  }
}

const WRITTEN_AS = { boolean: "boolean", number: "int", string: "str" } as const;

/** Whether two versions are the same. */
export function sameHeads(some: Heads, others: Heads): boolean {
  return some.length === others.length && some.every((head) => others.includes(head));
}
