import { expect, test } from "vitest";
import { size } from "./size";

test.each([
  [0, "0\u00a0Ko"],
  [3, "1\u00a0Ko"],
  [5 * 1024 * 1024, "5\u00a0Mo"],
  [1.25 * 1024 * 1024, "1,3\u00a0Mo"],
  [100 * 1024 * 1024, "100\u00a0Mo"],
  [3 * 1024 * 1024 * 1024, "3\u00a0Go"],
])("%i bytes are %s", (bytes, said) => {
  expect(size(bytes, "fr")).toBe(said);
});

test("each language has its own units and point", () => {
  expect(size(1.25 * 1024 * 1024, "en")).toBe("1.3\u00a0MB");
});
