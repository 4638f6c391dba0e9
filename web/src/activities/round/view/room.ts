// What every part of the page needs to know: the round, who looks at it, how its changes are asked for.
import { explain } from "../../../messages/explain";
import type { RoleView } from "../../../generated/RoleView";
import { complain } from "../../../ui/notices.svelte";
import type { Person } from "../../place";
import type { Asking, Round } from "../contract";
import { sayRound } from "../words/words";

export type Room = {
  /** The identifier of the round's document. */
  id: string;
  round: Round;
  role: RoleView;
  /** Whether one asks, reveals, and says whose turn it is. */
  leads: boolean;
  participant: string;
  people: readonly Person[];
  nameOf: (participant: string) => string;
};

/** What an asking is called. */
export function nameOf({ name, number }: Asking): string {
  return name || sayRound().asking.numbered(number);
}

/** Does what was asked for; says why when it cannot be done. What came of it, or null. */
export async function attempt<Done>(deed: Promise<Done>): Promise<Done | null> {
  try {
    return await deed;
  } catch (error) {
    complain(explain(error));
    return null;
  }
}
