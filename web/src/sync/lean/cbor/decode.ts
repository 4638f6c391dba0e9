// Reads CBOR (RFC 8949), whoever wrote it.
import { MAJOR, SIMPLE } from "./major";

/** How deep lists and maps may be in each other. */
const DEPTH_MAX = 100;
/** Instead of a length: it goes on until a break. */
const UNTIL_BREAK = 31;

const BREAK = Symbol("break");
const texts = new TextDecoder("utf-8", { ignoreBOM: true });

/** Throws at what is cut or is no CBOR, and when something follows. */
export function decode(bytes: Uint8Array): unknown {
  const reader = new Reader(bytes);
  const value = reader.value(0);
  if (!reader.isAtEnd) throw new RangeError("something follows the message");
  return value;
}

class Reader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get isAtEnd(): boolean {
    return this.#at === this.#bytes.length;
  }

  value(depth: number): unknown {
    const value = this.#next(depth);
    if (value === BREAK) throw new RangeError("nothing ends here");
    return value;
  }

  #next(depth: number): unknown {
    if (depth > DEPTH_MAX) throw new RangeError("the message is too deep");
    const first = this.#view.getUint8(this.#skip(1));
    const [major, short] = [first >> 5, first & 0x1f];
    if (major === MAJOR.simple) return this.#simple(short);
    const count = this.#count(short);
    switch (major) {
      case MAJOR.number:
        return count;
      case MAJOR.negative:
        return -1 - count;
      case MAJOR.bytes:
        return count === Infinity
          ? joined(this.#list(count, depth) as Uint8Array[])
          : this.#slice(count);
      case MAJOR.text:
        return count === Infinity
          ? this.#list(count, depth).join("")
          : texts.decode(this.#slice(count));
      case MAJOR.list:
        return this.#list(count, depth);
      case MAJOR.map:
        return this.#map(count, depth);
      default:
        // A tag says more of what follows than anybody here asks.
        return this.value(depth + 1);
    }
  }

  #count(short: number): number {
    if (short < 24) return short;
    if (short === 24) return this.#view.getUint8(this.#skip(1));
    if (short === 25) return this.#view.getUint16(this.#skip(2));
    if (short === 26) return this.#view.getUint32(this.#skip(4));
    if (short === 27) return Number(this.#view.getBigUint64(this.#skip(8)));
    if (short === UNTIL_BREAK) return Infinity;
    throw new RangeError("this is no CBOR");
  }

  #list(count: number, depth: number): unknown[] {
    const list: unknown[] = [];
    for (let left = count; left > 0; left--) {
      const value = this.#next(depth + 1);
      if (value === BREAK && count === Infinity) break;
      if (value === BREAK) throw new RangeError("a list ends too early");
      list.push(value);
    }
    return list;
  }

  #map(count: number, depth: number): Record<string, unknown> {
    const entries: [string, unknown][] = [];
    for (let left = count; left > 0; left--) {
      const key = this.#next(depth + 1);
      if (key === BREAK && count === Infinity) break;
      entries.push([String(key), this.value(depth + 1)]);
    }
    // However a key is called, it is a key and nothing else.
    return Object.fromEntries(entries);
  }

  #simple(short: number): unknown {
    switch (short) {
      case SIMPLE.false:
        return false;
      case SIMPLE.true:
        return true;
      case SIMPLE.null:
        return null;
      case SIMPLE.undefined:
        return undefined;
      case SIMPLE.float16:
        return float16(this.#view.getUint16(this.#skip(2)));
      case SIMPLE.float32:
        return this.#view.getFloat32(this.#skip(4));
      case SIMPLE.float64:
        return this.#view.getFloat64(this.#skip(8));
      case SIMPLE.break:
        return BREAK;
      default:
        throw new RangeError("this is no CBOR");
    }
  }

  #slice(length: number): Uint8Array {
    const from = this.#skip(length);
    return this.#bytes.slice(from, this.#at);
  }

  /** Passes over what is read; where that begins. */
  #skip(length: number): number {
    const from = this.#at;
    if (length > this.#bytes.length - from) throw new RangeError("the message is cut");
    this.#at += length;
    return from;
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

/** A sign, five bits of exponent, ten of fraction. */
function float16(bits: number): number {
  const sign = bits >> 15 === 0 ? 1 : -1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * 2 ** -24 * fraction;
  if (exponent === 0x1f) return fraction === 0 ? sign * Infinity : NaN;
  return sign * 2 ** (exponent - 25) * (1024 + fraction);
}
