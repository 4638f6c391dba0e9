import { expect, test } from "vitest";
import { lossOf } from "./loss";

test("what will never be accepted is told", () => {
  for (const code of ["too_large", "malformed", "forged_author"]) {
    expect(lossOf(code)).toBe("unwanted");
  }
});

test("what one may not write now is accepted once one may", () => {
  expect(lossOf("read_only")).toBe("forbidden");
});

test("a copy that may be the only good one is never offered to be dropped", () => {
  expect(lossOf("damaged")).toBe("damaged");
});

test("what the server asks for again is not worth a word", () => {
  for (const code of ["busy", "unknown_dependencies", "something_new"]) {
    expect(lossOf(code)).toBeNull();
  }
});
