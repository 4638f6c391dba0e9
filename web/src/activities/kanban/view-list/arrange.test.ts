// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { card, column } from "../filter/sample";
import type { Person } from "../view/view";
import { arrange, firstOf, namesOf, type Order } from "./arrange";

const people = new Map<string, Person>(
  ["Zoé", "Ana", "Éric"].map((name) => [name, { id: name, name, hue: 0 }]),
);
const columns = [column("c1"), column("c2"), column("c3")];
const cards = [
  card("a", { title: "Étape 10", due: "2026-12-01", people: ["Zoé"] }),
  card("b", { title: "etape 2", column: "c3", people: ["gone"] }),
  card("c", { title: "Zone", column: "c3", due: "2026-11-01", people: ["Zoé", "Éric"] }),
];
const ids = (by: Order["by"], isReversed = false): string[][] =>
  arrange(cards, columns, people, { by, isReversed }).map((group) =>
    group.cards.map(({ id }) => id),
  );

test("cards are under their columns, empty columns are left out", () => {
  expect(ids("column")).toEqual([["a"], ["b", "c"]]);
  expect(ids("column", true)).toEqual([["b", "c"], ["a"]]);
});

test("cards are sorted as people read", () => {
  expect(ids("title")).toEqual([["b", "a", "c"]]);
  expect(ids("title", true)).toEqual([["c", "a", "b"]]);
});

test("what has no day or no person comes last either way", () => {
  expect(ids("due")).toEqual([["c", "a", "b"]]);
  expect(ids("due", true)).toEqual([["a", "c", "b"]]);
  expect(ids("person")).toEqual([["c", "a", "b"]]);
  expect(ids("person", true)).toEqual([["a", "c", "b"]]);
});

test("those in charge are named in alphabetical order, those who left are not", () => {
  expect(namesOf(card("a", { people: ["Zoé", "gone", "Éric", "Ana"] }), people)).toEqual([
    "Ana",
    "Éric",
    "Zoé",
  ]);
});

test("a long list begins with its first cards", () => {
  const groups = arrange(cards, columns, people, { by: "column", isReversed: false });
  expect(firstOf(groups, 2).map((group) => group.cards.length)).toEqual([1, 1]);
  expect(firstOf(groups, 1)).toHaveLength(1);
  expect(firstOf(groups, 99)).toEqual(groups);
  expect(arrange([], columns, people, { by: "due", isReversed: false })).toEqual([]);
});
