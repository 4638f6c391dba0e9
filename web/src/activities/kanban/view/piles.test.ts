import { expect, test } from "vitest";
import { card } from "../filter/sample";
import { createPiles } from "./piles";

test("cards are piled up by column, in their order; what has not changed is the same list", () => {
  const piles = createPiles();
  const [a, b, c] = [
    card("a", { column: "c1" }),
    card("b", { column: "c2" }),
    card("c", { column: "c1" }),
  ];
  const first = piles([a, b, c]);
  expect(first.get("c1")).toEqual([a, c]);
  const second = piles([a, { ...b, title: "autre" }, c]);
  expect(second.get("c1")).toBe(first.get("c1"));
  expect(second.get("c2")).not.toBe(first.get("c2"));
  expect(piles([b]).get("c1")).toBeUndefined();
});
