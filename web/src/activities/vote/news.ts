// What the server tells of a vote besides the changes of its document.
import { roundStates } from "../../api/votes";
import type { RoundStateView } from "../../generated/RoundStateView";
import type { DocumentNews } from "../../sync/control-message";

/** A ballot of a round was taken, or its state changed: whoever shows more than this asks the server again. */
export type RoundNews = {
  type: "round";
  round: string;
  state: RoundStateView;
  voted: number;
  done: number;
};

/** A ballot of one's own was taken, from any of one's devices. */
export type BallotNews = { type: "ballot" };

/** Reads news; null when they make no sense, such as those of a later server. */
export function readNews(news: DocumentNews): RoundNews | BallotNews | null {
  if (news.type === "ballot") return { type: "ballot" };
  return news.type === "round" ? readRound(news) : null;
}

function readRound({ round, state, voted, done }: DocumentNews): RoundNews | null {
  const known = roundStates.find((word) => word === state);
  if (typeof round !== "string" || !known) return null;
  if (typeof voted !== "number" || typeof done !== "number") return null;
  return { type: "round", round, state: known, voted, done };
}
