// What is written here says what the library says, and reads what the library writes.
import { createRequire } from "node:module";
import fc from "fast-check";
import { expect, test } from "vitest";
import { decode, Encoder } from "./index";

type Library = {
  Encoder: new (options: object) => { encode: (value: unknown) => Uint8Array };
  decode: (bytes: Uint8Array) => unknown;
};
const library = createRequire(import.meta.url)("cbor-x") as Library;
const theirs = new library.Encoder({ tagUint8Array: false, useRecords: false });
const ours = new Encoder();

const bytes = fc.uint8Array({ maxLength: 70_000, size: "xlarge" });
const key = fc.string({ unit: "grapheme" }).filter((name) => name !== "__proto__");
const { message } = fc.letrec((tie) => ({
  message: fc.oneof(
    { depthSize: "small" },
    fc.string({ unit: "grapheme", maxLength: 300, size: "large" }),
    fc.integer(),
    fc.maxSafeInteger(),
    fc.double({ noNaN: true }),
    fc.boolean(),
    fc.constantFrom(null, undefined),
    bytes,
    fc.array(tie("message")),
    fc.dictionary(key, tie("message"), { noNullPrototype: true }),
  ),
}));

/** Bytes of the library are of a class of their own, and a zero has no sign for it. */
function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return [...value];
  if (value === 0) return 0;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, plain(each)]));
}

test("whatever is written, either reads what the other wrote", () => {
  fc.assert(
    fc.property(message, (said) => {
      const [here, there] = [ours.encode(said), theirs.encode(said)];
      expect(plain(library.decode(here))).toEqual(plain(said));
      expect(plain(decode(there))).toEqual(plain(said));
      expect(plain(decode(here))).toEqual(plain(said));
    }),
  );
});

test("whatever comes, it is read or refused", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (noise) => {
      try {
        decode(noise);
      } catch (error) {
        expect(error).toBeInstanceOf(Error);
      }
    }),
    { numRuns: 2_000 },
  );
});

const hex = (text: string): Uint8Array =>
  Uint8Array.from(Buffer.from(text.replaceAll(" ", ""), "hex"));

test.each<[string, string, unknown]>([
  ["a map until a break, as the server ends one", "bf 61 61 01 61 62 02 ff", { a: 1, b: 2 }],
  ["a list until a break", "9f 01 82 02 03 ff", [1, [2, 3]]],
  ["a text in pieces", "7f 62 c3a9 61 61 ff", "éa"],
  ["a text that begins with a mark of the order of bytes", "63 efbbbf", "\ufeff"],
  ["bytes in pieces", "5f 41 01 42 02 03 ff", Uint8Array.of(1, 2, 3)],
  ["tagged bytes", "d8 40 42 01 02", Uint8Array.of(1, 2)],
  ["a short fraction", "f9 3e00", 1.5],
  ["the smallest of them", "f9 0001", 2 ** -24],
  ["no end", "f9 fc00", -Infinity],
  ["a fraction of four bytes", "fa 3fc00000", 1.5],
  ["a long number", "1b 0000000100000000", 2 ** 32],
  ["a long number below nothing", "3b 0000000100000000", -1 - 2 ** 32],
])("%s", (_, written, read) => {
  expect(decode(hex(written))).toEqual(read);
});

test("no key is anything but a key", () => {
  const read = decode(hex("a1 69 5f5f70726f746f5f5f a1 61 61 01")) as object;
  expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
  expect(Object.keys(read)).toEqual(["__proto__"]);
});

test.each([
  ["nothing", ""],
  ["a text that is cut", "63 61"],
  ["a list of billions that is cut", "9a ffffffff 01"],
  ["bytes of billions that are cut", "5b ffffffffffffffff 01"],
  ["something after it", "01 02"],
  ["a break alone", "ff"],
  ["a break in a list that has a length", "82 01 ff"],
  ["a map with half a pair", "bf 61 61 ff"],
  ["a kind of number that is not", "1c"],
  ["far too deep", "81".repeat(500) + "01"],
])("%s is refused", (_, written) => {
  expect(() => decode(hex(written))).toThrow(RangeError);
});

test("what no message can hold is refused", () => {
  expect(() => ours.encode({ act: () => 1 })).toThrow(TypeError);
});
