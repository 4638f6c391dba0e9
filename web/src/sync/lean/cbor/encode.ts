// Writes CBOR (RFC 8949): what a message is made of, and nothing else.
import { MAJOR, SIMPLE } from "./major";

const INTEGER_MAX = 0xffff_ffff;
const texts = new TextEncoder();

/** Throws a `TypeError` at what no message holds, such as a function. */
export function encode(message: unknown): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  write(message, parts);
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function write(value: unknown, parts: Uint8Array[]): void {
  switch (typeof value) {
    case "string":
      writeBytes(MAJOR.text, texts.encode(value), parts);
      return;
    case "number":
      parts.push(numberBytes(value));
      return;
    case "boolean":
      parts.push(head(MAJOR.simple, value ? SIMPLE.true : SIMPLE.false));
      return;
    case "undefined":
      parts.push(head(MAJOR.simple, SIMPLE.undefined));
      return;
    case "object":
      writeObject(value, parts);
      return;
    default:
      throw new TypeError(`a message cannot hold a ${typeof value}`);
  }
}

function writeObject(value: object | null, parts: Uint8Array[]): void {
  if (value === null) parts.push(head(MAJOR.simple, SIMPLE.null));
  else if (value instanceof Uint8Array) writeBytes(MAJOR.bytes, value, parts);
  else if (Array.isArray(value)) {
    parts.push(head(MAJOR.list, value.length));
    for (const each of value as unknown[]) write(each, parts);
  } else {
    const entries = Object.entries(value);
    parts.push(head(MAJOR.map, entries.length));
    for (const [key, each] of entries) {
      write(key, parts);
      write(each, parts);
    }
  }
}

function writeBytes(major: number, bytes: Uint8Array, parts: Uint8Array[]): void {
  parts.push(head(major, bytes.length), bytes);
}

/** Whole numbers are as short as they get; others, and those too large, have eight bytes. */
function numberBytes(value: number): Uint8Array {
  const isShort = Number.isInteger(value) && value >= -1 - INTEGER_MAX && value <= INTEGER_MAX;
  if (isShort) return value < 0 ? head(MAJOR.negative, -1 - value) : head(MAJOR.number, value);
  const bytes = new Uint8Array(9);
  bytes[0] = (MAJOR.simple << 5) | SIMPLE.float64;
  new DataView(bytes.buffer).setFloat64(1, value);
  return bytes;
}

/** What something is, and how long or how much: in one byte, or the next one, two or four. */
function head(major: number, count: number): Uint8Array {
  const first = major << 5;
  if (count < 24) return Uint8Array.of(first | count);
  if (count <= 0xff) return Uint8Array.of(first | 24, count);
  if (count <= 0xffff) return Uint8Array.of(first | 25, count >> 8, count & 0xff);
  const bytes = new Uint8Array(5);
  bytes[0] = first | 26;
  new DataView(bytes.buffer).setUint32(1, count);
  return bytes;
}
