// A ballot on its way to the server, kept on this device: a page that is closed too early loses no vote.
import { isRecord } from "../../../sync/views";
import type { Ballot } from "../../../api/votes";

const prefix = "atelier-ballot-";

export type Kept = { load(): Ballot | null; save(ballot: Ballot): void; forget(): void };

/** Where the ballot of a round is kept until the server has it. A browser that keeps nothing keeps no ballot either. */
export function keptBallot(round: string): Kept {
  const key = prefix + round;
  const quietly = <T>(act: () => T): T | null => {
    try {
      return act();
    } catch {
      return null;
    }
  };
  return {
    load: () => quietly(() => readBallot(JSON.parse(localStorage.getItem(key) ?? "null"))),
    save: (ballot) => quietly(() => localStorage.setItem(key, JSON.stringify(ballot))),
    forget: () => quietly(() => localStorage.removeItem(key)),
  };
}

function readBallot(value: unknown): Ballot | null {
  if (!isRecord(value) || !isRecord(value.dots)) return null;
  const entries = Object.entries(value.dots);
  const dots = entries.filter((entry): entry is [string, number] => typeof entry[1] === "number");
  return { dots: Object.fromEntries(dots), done: value.done === true };
}
