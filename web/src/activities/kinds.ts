// The kinds of documents there are, in the order they are offered: the app's only list of them.
import type { DocumentKind } from "../generated/DocumentKind";
import { agenda } from "./agenda/kind";
import { kanban } from "./kanban/kind";
import type { ActivityKind } from "./kind";
import { pad } from "./pad/kind";
import { round } from "./round/kind";
import { vote } from "./vote/kind";
import { wall } from "./wall/kind";

export const kinds: Readonly<Record<DocumentKind, ActivityKind>> = {
  pad,
  vote,
  kanban,
  agenda,
  round,
  wall,
};

/** What a word of the server means; null for a kind that this page does not know, such as one of a later server. */
export function kindOf(word: string): ActivityKind | null {
  return Object.hasOwn(kinds, word) ? kinds[word as DocumentKind] : null;
}

/** Every kind with its word. */
export const kindList = Object.entries(kinds) as [DocumentKind, ActivityKind][];
