// Whether anything is said about a pad: all that a pad without comments has to know of them.
import type { PadDocument } from "../binding/pad-document";

export function hasComments({ comments }: Readonly<PadDocument>): boolean {
  return typeof comments === "object" && comments !== null && Object.keys(comments).length > 0;
}
