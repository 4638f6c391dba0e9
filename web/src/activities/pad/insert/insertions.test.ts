// @vitest-environment happy-dom
// What is found in the menu of blocks.
import { expect, test } from "vitest";
import { found, insertions } from "./insertions";

const names = (sought: string): string[] => found(insertions(), sought).map(({ name }) => name);

test("without letters everything is offered", () => {
  expect(names("")).toHaveLength(insertions().length);
  expect(names("  ")).toHaveLength(insertions().length);
});

test("a block is found by the beginning of any word of its name, without accents", () => {
  expect(names("titre 2")).toEqual(["Titre 2"]);
  expect(names("NUMEROTEE")).toEqual(["Liste numérotée"]);
  expect(names("encadre")).toHaveLength(3);
});

test("and by what else people call it, after those of that name", () => {
  expect(names("todo")).toEqual(["Cases à cocher"]);
  expect(names("h3")).toEqual(["Titre 3"]);
  expect(names("li")[0]).toBe("Liste à puces");
  expect(names("li").at(-1)).toBe("Trait de séparation");
});

test("what nothing is called finds nothing", () => {
  expect(names("zzz")).toEqual([]);
});
