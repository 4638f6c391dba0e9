// Loads documents from its input with the stock build of automerge, and says which of them do not come out as they were.
// A record: the seed it comes from, the length of the document, the length of its heads, the document, the heads.
import * as Automerge from "@automerge/automerge";

const NUMBER_BYTES = 8;
const HASH_BYTES = 32;
const FAILURES_MAX = 20;

/** What is wrong with a document, if anything. */
function fault(bytes: Uint8Array, heads: string[]): string | undefined {
  try {
    const loaded = Automerge.load<Record<string, unknown>>(bytes);
    const again = Automerge.load<Record<string, unknown>>(Automerge.save(loaded));
    for (const read of [loaded, again]) {
      if (Automerge.getHeads(read).toSorted().join() !== heads.toSorted().join()) {
        return "it has other heads";
      }
    }
    const edited = Automerge.change(again, (doc) => {
      doc["edited"] = true;
    });
    Automerge.load(Automerge.save(edited));
    return undefined;
  } catch (error) {
    return String(error);
  }
}

async function* records(): AsyncGenerator<{ seed: bigint; bytes: Buffer; heads: string[] }> {
  let rest = Buffer.alloc(0);
  for await (const piece of process.stdin) {
    rest = Buffer.concat([rest, piece as Buffer]);
    let at = 0;
    for (;;) {
      const start = at + 3 * NUMBER_BYTES;
      if (rest.length < start) break;
      const seed = rest.readBigUInt64LE(at);
      const length = Number(rest.readBigUInt64LE(at + NUMBER_BYTES));
      const headBytes = Number(rest.readBigUInt64LE(at + 2 * NUMBER_BYTES));
      if (rest.length < start + length + headBytes) break;
      const bytes = rest.subarray(start, start + length);
      at = start + length + headBytes;
      const heads: string[] = [];
      for (let head = start + length; head < at; head += HASH_BYTES) {
        heads.push(rest.toString("hex", head, head + HASH_BYTES));
      }
      yield { seed, bytes, heads };
    }
    rest = rest.subarray(at);
  }
}

let count = 0;
const failures: string[] = [];
for await (const { seed, bytes, heads } of records()) {
  count += 1;
  const wrong = fault(bytes, heads);
  if (wrong !== undefined && failures.length < FAILURES_MAX)
    failures.push(`seed ${seed}: ${wrong}`);
}
console.log(failures.length === 0 ? `loaded ${count}` : failures.join("\n"));
