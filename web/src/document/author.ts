// Who made a part of a document: it is in the part's own name, which nobody can forge.
import { getObjectId } from "@automerge/automerge/slim";

/** The actor that made a map of a document, in hexadecimal; empty for what is no map of a document. */
export function actorOf(map: object): string {
  const [, actor = ""] = (getObjectId(map) ?? "").split("@");
  return actor;
}
