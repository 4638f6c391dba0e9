import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { sha256 } from "./sha256";

const expected = (bytes: Uint8Array): number[] => [...createHash("sha256").update(bytes).digest()];

test("of whatever is hashed, the hash is that of everybody", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300, size: "large" }), (bytes) => {
      expect([...sha256(bytes)]).toEqual(expected(bytes));
    }),
  );
});

test.each([0, 1, 55, 56, 63, 64, 65, 119, 120, 128, 1_000])(
  "%i bytes make whole blocks",
  (length) => {
    const bytes = new Uint8Array(length).fill(0xff);
    expect([...sha256(bytes)]).toEqual(expected(bytes));
  },
);
