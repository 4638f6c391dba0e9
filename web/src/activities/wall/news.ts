// What the server tells of a wall besides the changes of its document.
import type { DocumentNews } from "../../sync/control-message";

/** How many notes there are, how many of them wait for a facilitator, and of how many it was said what became of them. */
export type NotesNews = { type: "notes"; notes: number; waiting: number; fulfilled: number };
/** `own`: something became of a note of one's own. */
export type WallNews = NotesNews | { type: "own" };

/** Reads news; null when they make no sense, such as those of a later server. */
export function readNews({ type, notes, waiting, fulfilled }: DocumentNews): WallNews | null {
  if (type === "own") return { type };
  if (type !== "notes") return null;
  if (typeof notes !== "number" || typeof waiting !== "number" || typeof fulfilled !== "number")
    return null;
  return { type, notes, waiting, fulfilled };
}
