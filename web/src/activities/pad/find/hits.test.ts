// What counts as the same, and what is left whole.
import { expect, test } from "vitest";
import { hitsIn, type Query } from "./hits";

const USUAL: Query = { text: "", isWhole: false, matchesCase: false, forgivesAccents: true };

/** What is found, as it is written. */
function found(text: string, wanted: string, query: Partial<Query> = {}): string[] {
  return hitsIn(text, { ...USUAL, ...query, text: wanted }).map(({ from, to }) =>
    text.slice(from, to),
  );
}

test("capitals and accents are forgiven, and need not be", () => {
  expect(found("Été, ete, ÉTÉ", "été")).toEqual(["Été", "ete", "ÉTÉ"]);
  expect(found("Été, ete, ÉTÉ", "été", { forgivesAccents: false })).toEqual(["Été", "ÉTÉ"]);
  expect(found("Été, ete, ÉTÉ", "Été", { matchesCase: true })).toEqual(["Été"]);
  expect(found("Été, Ete", "Ete", { matchesCase: true })).toEqual(["Été", "Ete"]);
  expect(found("Ça, garçon", "ca")).toEqual(["Ça"]);
});

test("an accent that is a sign of its own belongs to its letter", () => {
  const parted = "e\u0301te\u0301";
  expect(found(parted, "ete")).toEqual([parted]);
  expect(found(parted, "été", { forgivesAccents: false })).toEqual([parted]);
  expect(found(parted, "ete", { forgivesAccents: false })).toEqual([]);
  expect(found("été", "ete", { forgivesAccents: false })).toEqual([]);
});

test("what no keyboard has is found by what one types instead", () => {
  expect(found("l’eau et l'air", "l'")).toEqual(["l’", "l'"]);
  expect(found("10\u00a0000 euros", "10 000")).toEqual(["10\u00a0000"]);
  expect(found("le cœur, COEUR", "coeur")).toEqual(["cœur", "COEUR"]);
  // Half a letter is nothing.
  expect(found("cœur", "o")).toEqual([]);
  expect(found("cœur", "e")).toEqual([]);
});

test("whole words end where letters and digits do", () => {
  expect(found("pain, copain, pains, l’pain", "pain", { isWhole: true })).toEqual(["pain", "pain"]);
  expect(found("été étés", "été", { isWhole: true })).toEqual(["été"]);
  expect(found("a_b a", "a", { isWhole: true })).toEqual(["a"]);
});

test("signs of several characters are found whole or not at all", () => {
  expect(found("👍 👍🏽 👍", "👍")).toEqual(["👍", "👍"]);
  expect(found("👨‍👩‍👧 👩", "👩")).toEqual(["👩"]);
  expect(found("👨‍👩‍👧", "👨‍👩‍👧")).toEqual(["👨‍👩‍👧"]);
});

test("one is not found over another, and nothing is found of nothing", () => {
  expect(found("aaaa", "aa")).toEqual(["aa", "aa"]);
  expect(found("aaaa", "")).toEqual([]);
  expect(found("", "a")).toEqual([]);
});
