// The recorded session of two people writing one text at once, with its real concurrency.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";

const PATH = fileURLToPath(new URL("../../../shared/data/friendsforever.json.gz", import.meta.url));

/** One edit: at `position`, `deleted` characters leave and `inserted` comes in their place. */
export type Patch = [position: number, deleted: number, inserted: string];

/** Edits that one person made one after the other, seeing exactly what `parents` and theirs had made. */
export type Stretch = { agent: number; parents: number[]; patches: Patch[] };

/** The session: its stretches in an order that respects their parents, and the text it ends in. */
export type Trace = { endContent: string; stretches: Stretch[] };

type Recorded = { endContent: string; txns: Stretch[] };

/** Why the trace cannot be replayed here, or false when it can. */
export const missingTrace: string | false = existsSync(PATH)
  ? false
  : `${PATH} is missing: the editing trace is not part of the project and is not replayed`;

/**
 * Reads the recorded session. Transactions that follow each other without a fork or a merge between
 * them become one stretch; the concurrency is the recorded one.
 */
export function readTrace(): Trace {
  const { endContent, txns } = JSON.parse(gunzipSync(readFileSync(PATH)).toString()) as Recorded;
  const children = txns.map(() => 0);
  for (const parent of txns.flatMap((txn) => txn.parents))
    children[parent] = 1 + at(children, parent);
  const stretches: Stretch[] = [];
  const stretchOf: number[] = [];
  for (const { agent, parents, patches } of txns) {
    const parent = parents[0];
    const goesOn =
      parents.length === 1 && at(children, parent) === 1 && at(txns, parent).agent === agent;
    if (goesOn) {
      const stretch = at(stretchOf, parent);
      patches.forEach((patch) => {
        append(at(stretches, stretch).patches, patch);
      });
      stretchOf.push(stretch);
    } else {
      const seen = parents.map((index) => at(stretchOf, index));
      stretchOf.push(
        stretches.push({
          agent,
          parents: seen,
          patches: patches.map((patch): Patch => [...patch]),
        }) - 1,
      );
    }
  }
  return { endContent, stretches };
}

/** Adds a patch; letters typed one after the other become one patch, which makes the same characters. */
function append(patches: Patch[], next: Patch): void {
  const last = patches.at(-1);
  const follows = last && last[0] + last[2].length === next[0] && next[1] === 0;
  if (follows) last[2] += next[2];
  else patches.push([...next]);
}

function at<T>(list: T[], index: number | undefined): T {
  const item = list[index ?? -1];
  if (item === undefined) throw new Error("the trace refers to a transaction it does not hold");
  return item;
}
