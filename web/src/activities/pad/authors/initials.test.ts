import { expect, test } from "vitest";
import { initialsOf } from "./initials";

test("names of one, two and three parts", () => {
  expect(initialsOf("Léa")).toBe("L");
  expect(initialsOf("marie-claude Durand")).toBe("MC");
  expect(initialsOf("  Éric 😀 ")).toBe("É😀");
  expect(initialsOf("")).toBe("");
});
