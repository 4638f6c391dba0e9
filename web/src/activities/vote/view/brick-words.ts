// What is said beside the title of a brick: what was grouped into it, and who proposed it.
import { sayVote } from "../words/words";
import type { Brick } from "../contract";
import { duplicatesOf } from "../document/bricks";
import type { Hall } from "./hall";

/** The duplicates that are voted on with a brick; null when there are none. */
export function groupedWith(hall: Hall, brick: Brick): string | null {
  const titles = duplicatesOf(hall.vote.bricks, brick.id).map(({ title }) => title);
  return titles.length > 0 ? sayVote().bricks.grouped(titles.join(", ")) : null;
}

/** Who proposed a brick; null when it came with the vote. */
export function proposerOf(hall: Hall, { proposedBy }: Brick): string | null {
  if (proposedBy === "") return null;
  return proposedBy === hall.participant
    ? sayVote().bricks.proposedByYou
    : sayVote().bricks.proposedBy(hall.nameOf(proposedBy));
}
