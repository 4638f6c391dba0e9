// The sections of a WebAssembly module.
import { numberBytes, Reader } from "./reader.ts";

/** What is in a section, by its number. */
export const KIND = {
  /** Names, who compiled it: nothing to the machine. */
  custom: 0,
  imports: 2,
  globals: 6,
  exports: 7,
  start: 8,
  elements: 9,
  code: 10,
} as const;

export type Section = { kind: number; body: Uint8Array };

/** The magic number and the version. */
const HEADER_BYTES = 8;

/** Takes a module apart. Throws when it is cut. */
export function sectionsOf(module: Uint8Array): Section[] {
  const reader = new Reader(module, HEADER_BYTES);
  const sections: Section[] = [];
  while (!reader.isAtEnd) sections.push({ kind: reader.byte(), body: reader.bytes() });
  return sections;
}

/** Puts sections together again, after the header of the module they are from. */
export function moduleOf(module: Uint8Array, sections: readonly Section[]): Uint8Array {
  return Buffer.concat([
    module.subarray(0, HEADER_BYTES),
    ...sections.flatMap(({ kind, body }) => [Uint8Array.of(kind), withLength(body)]),
  ]);
}

/** A list as it is written: how long it is, then each. */
export function listBytes(entries: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat([numberBytes(entries.length), ...entries]);
}

export function withLength(bytes: Uint8Array): Uint8Array {
  return Buffer.concat([numberBytes(bytes.length), bytes]);
}
