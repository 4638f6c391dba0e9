// What the server tells of a round besides the changes of its document.
import type { DocumentNews } from "../../sync/control-message";

/** How many have answered. */
export type AskingNews = { type: "asking"; asking: string; answered: number };
/** `answer`: one's own was taken, from any of one's devices. `speakers`: somebody else speaks or has spoken. */
export type RoundNews = AskingNews | { type: "answer" } | { type: "speakers" };

/** Reads news; null when they make no sense, such as those of a later server. */
export function readNews({ type, asking, answered }: DocumentNews): RoundNews | null {
  if (type === "answer" || type === "speakers") return { type };
  if (type !== "asking" || typeof asking !== "string" || typeof answered !== "number") return null;
  return { type, asking, answered };
}
