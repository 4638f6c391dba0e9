// What is on its way to the server, kept on this device: a page that is closed too early loses no vote.
import { keptHere, type KeptHere } from "../../../sync/kept-here";
import { isRecord } from "../../../sync/views";
import type { Ballot, Dots } from "../../../api/votes";
import type { EnterCounts } from "../../../generated/EnterCounts";

export type Kept = KeptHere<Ballot>;

/** Where one's ballot in a round is kept until the server has it. Another person at this device has another. */
export function keptBallot(round: string, participant: string): Kept {
  return keptHere(`atelier-ballot-${round}-${participant}`, readBallot);
}

/** Where the ballot that the server has is kept, as long as the page: reloaded without a network, it goes on from there. */
export function knownBallot(round: string, participant: string): Kept {
  const here = (): Storage => sessionStorage;
  return keptHere(`atelier-known-ballot-${round}-${participant}`, readBallot, here);
}

/** Where the dots that a facilitator entered stay until they are known: nobody is told of them before, not even them. */
export function keptCounts(round: string): KeptHere<EnterCounts> {
  return keptHere(`atelier-counts-${round}`, readCounts);
}

function readBallot(value: unknown): Ballot | null {
  if (!isRecord(value) || !isRecord(value.dots)) return null;
  return { dots: readDots(value.dots), done: value.done === true };
}

function readCounts(value: unknown): EnterCounts | null {
  if (!isRecord(value) || !isRecord(value.dots) || typeof value.voters !== "number") return null;
  return { voters: value.voters, dots: readDots(value.dots) };
}

function readDots(dots: Record<string, unknown>): Dots {
  const entries = Object.entries(dots);
  const whole = entries.filter((entry): entry is [string, number] => typeof entry[1] === "number");
  return Object.fromEntries(whole);
}
