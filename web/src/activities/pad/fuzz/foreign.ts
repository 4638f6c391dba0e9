// Who wrote the characters that a change took out of a document.
import * as Automerge from "@automerge/automerge/slim";
import type { Patch } from "@automerge/automerge/slim";
import { BODY, type PadDoc } from "../binding/body";

/**
 * The characters that somebody other than this document's actor wrote and that are gone since, by their names in
 * the document. Only what is gone is asked for its name, which is slow.
 */
export function foreignErased(before: PadDoc, after: PadDoc): string[] {
  const own = Automerge.getActorId(after);
  const earlier = Automerge.view(after, Automerge.getHeads(before));
  const names = erased(before.body, patches(before, after)).map((index) =>
    Automerge.getCursor(earlier, BODY, index),
  );
  return names.filter((name) => !name.endsWith(own));
}

function patches(before: PadDoc, after: PadDoc): Patch[] {
  return Automerge.diff(after, Automerge.getHeads(before), Automerge.getHeads(after));
}

/** Where in a text the characters were that patches take out. Markers, which read as U+FFFC, are passed over. */
function erased(text: string, patches: readonly Patch[]): number[] {
  const units = Array.from({ length: text.length }, (_, index) => index);
  const gone: number[] = [];
  for (const patch of patches) {
    const [field, index, ...inside] = patch.path;
    if (field !== "body" || typeof index !== "number" || inside.length > 0) continue;
    if (patch.action === "del") gone.push(...units.splice(index, patch.length ?? 1));
    if (patch.action === "splice") units.splice(index, 0, ...fresh(patch.value.length));
    if (patch.action === "insert") units.splice(index, 0, ...fresh(patch.values.length));
  }
  return gone.filter((index) => index >= 0 && text[index] !== "\ufffc");
}

function fresh(length: number): number[] {
  return Array.from({ length }, () => -1);
}
