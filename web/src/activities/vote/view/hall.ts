// What every part of the page needs to know: the vote, who looks at it, how its changes are asked for.
import { explain } from "../../../messages/explain";
import type { RoleView } from "../../../generated/RoleView";
import { complain, notify } from "../../../ui/notices.svelte";
import type { Brick, Vote } from "../contract";

export type Hall = {
  /** The identifier of the vote's document. */
  id: string;
  space: string;
  vote: Vote;
  role: RoleView;
  participant: string;
  /** The people of the space, as one word: another one when somebody comes or goes. */
  here: string;
  nameOf: (participant: string) => string;
  /** Makes a card of an action plan that is called so; undefined where one may not. */
  makeCard: ((title: string) => void) | undefined;
};

/** Facilitators always may; participants while proposals are open. */
export function mayPropose({ role, vote }: Hall): boolean {
  return role === "facilitator" || (role === "participant" && vote.proposals);
}

/** Facilitators any brick; who proposed one, that one, while nobody votes. */
export function mayChange(hall: Hall, brick: Brick): boolean {
  if (hall.role === "facilitator") return true;
  const isVoting = hall.vote.rounds.some(({ state }) => state === "open");
  return mayPropose(hall) && brick.proposedBy === hall.participant && !isVoting;
}

/** Does what was asked for and says so; says why when it cannot be done. Whether it was done. */
export async function attempt(deed: Promise<unknown>, done?: string): Promise<boolean> {
  try {
    await deed;
    if (done !== undefined) notify(done);
    return true;
  } catch (error) {
    complain(explain(error));
    return false;
  }
}
