// What people tell each other about their carets. It passes through the server and is never stored.

/** Where somebody's caret is, in cursors of Automerge; nowhere when they are not in the text. */
export type CaretMessage = { kind: "caret"; anchor: string | null; head: string | null };

/** Not in the text. */
export const NOWHERE: CaretMessage = { kind: "caret", anchor: null, head: null };

/** Reads what came from somebody; null when it is not about a caret. */
export function readCaretMessage(message: unknown): CaretMessage | null {
  if (typeof message !== "object" || message === null) return null;
  const { kind, anchor, head } = message as Record<string, unknown>;
  if (kind !== "caret") return null;
  return typeof anchor === "string" && typeof head === "string" ? { kind, anchor, head } : NOWHERE;
}
