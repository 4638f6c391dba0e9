// The hash function of automerge-repo's ids, under the names of the two libraries it would bring along for it: SHA-256 of FIPS 180-4,
// for a few bytes at a time.

const BLOCK_BYTES = 64;
const primes = firstPrimes(64);
/** The first 32 bits after the point of the roots of primes. */
const bitsOf = (root: number): number => ((root % 1) * 2 ** 32) | 0;
const BEGINNING = primes.slice(0, 8).map((prime) => bitsOf(Math.sqrt(prime)));
const ROUNDS = Int32Array.from(primes, (prime) => bitsOf(Math.cbrt(prime)));

export function sha256(bytes: Uint8Array): Uint8Array {
  const state = Int32Array.from(BEGINNING);
  const words = new Int32Array(ROUNDS.length);
  const view = new DataView(padded(bytes).buffer);
  for (let at = 0; at < view.byteLength; at += BLOCK_BYTES) {
    readWords(words, view, at);
    takeIn(state, words);
  }
  const hash = new DataView(new ArrayBuffer(32));
  state.forEach((word, at) => hash.setInt32(4 * at, word));
  return new Uint8Array(hash.buffer);
}

export const hash = sha256;

/** The bytes, a one, as many zeros as it takes, and how many bits there were: whole blocks. */
function padded(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const blocks = Math.ceil((bytes.length + 9) / BLOCK_BYTES);
  const all = new Uint8Array(blocks * BLOCK_BYTES);
  all.set(bytes);
  all[bytes.length] = 0x80;
  new DataView(all.buffer).setBigUint64(all.length - 8, BigInt(8 * bytes.length));
  return all;
}

// The two loops below run for every byte of a document that is kept: they are plain.

/** The words of a block, each after the sixteenth made of four before it. */
function readWords(words: Int32Array, view: DataView, from: number): void {
  for (let at = 0; at < 16; at++) words[at] = view.getInt32(from + 4 * at);
  for (let at = 16; at < words.length; at++) {
    const early = words[at - 15] ?? 0;
    const late = words[at - 2] ?? 0;
    words[at] =
      (words[at - 16] ?? 0) +
      (words[at - 7] ?? 0) +
      (turned(early, 7) ^ turned(early, 18) ^ (early >>> 3)) +
      (turned(late, 17) ^ turned(late, 19) ^ (late >>> 10));
  }
}

function takeIn(state: Int32Array, words: Int32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let at = 0; at < words.length; at++) {
    const chosen = (e & f) ^ (~e & g);
    const most = (a & b) ^ (a & c) ^ (b & c);
    const known = h + chosen + (words[at] ?? 0) + (ROUNDS[at] ?? 0);
    const one = (known + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25))) | 0;
    const two = (most + (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + two) | 0;
  }
  const after = [a, b, c, d, e, f, g, h];
  for (let at = 0; at < after.length; at++) state[at] = (state[at] ?? 0) + (after[at] ?? 0);
}

const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

function firstPrimes(count: number): number[] {
  const found: number[] = [];
  for (let candidate = 2; found.length < count; candidate++)
    if (found.every((prime) => candidate % prime !== 0)) found.push(candidate);
  return found;
}
