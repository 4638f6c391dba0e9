// Reads a WebAssembly module, byte by byte. Throws where it is cut.

export class Reader {
  at: number;
  readonly #bytes: Uint8Array;
  readonly #end: number;

  constructor(bytes: Uint8Array, at = 0, end = bytes.length) {
    if (end > bytes.length) throw new Error("the WebAssembly is cut");
    this.#bytes = bytes;
    this.at = at;
    this.#end = end;
  }

  get isAtEnd(): boolean {
    return this.at >= this.#end;
  }

  byte(): number {
    const byte = this.#bytes[this.at++];
    if (byte === undefined || this.at > this.#end) throw new Error("the WebAssembly is cut");
    return byte;
  }

  /** A number that is not negative, in seven bits a byte, the lowest first. */
  number(): number {
    let value = 0;
    for (let factor = 1; ; factor *= 0x80) {
      const byte = this.byte();
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
    }
  }

  /** Passes over numbers, whatever their sign. */
  skipNumbers(count: number): void {
    for (let left = count; left > 0;) if (this.byte() < 0x80) left -= 1;
  }

  skip(bytes: number): void {
    this.at += bytes;
    if (this.at > this.#end) throw new Error("the WebAssembly is cut");
  }

  /** Bytes after their length. */
  bytes(): Uint8Array {
    const length = this.number();
    const from = this.at;
    this.skip(length);
    return this.#bytes.subarray(from, this.at);
  }

  text(): string {
    return new TextDecoder().decode(this.bytes());
  }

  /** What a list holds, after its length. */
  list<T>(read: () => T): T[] {
    return Array.from({ length: this.number() }, read);
  }
}

/** A number as it is written. */
export function numberBytes(value: number): Uint8Array {
  const bytes: number[] = [];
  let left = value;
  for (; left >= 0x80; left = Math.floor(left / 0x80)) bytes.push((left % 0x80) | 0x80);
  return Uint8Array.from([...bytes, left]);
}
