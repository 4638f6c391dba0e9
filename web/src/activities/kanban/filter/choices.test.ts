import { expect, test } from "vitest";
import { choices, chosen, SEVERAL } from "./choices";

const words = { every: "tous", several: (n: number) => `${String(n)} choix`, unknown: "inconnu" };
const known = [{ value: "a", label: "Ana" }];
const labels = (asked: string[]): string[] => choices(known, asked, words).map((one) => one.label);

test("one is chosen among those known", () => {
  expect(chosen([])).toBe("");
  expect(chosen(["a"])).toBe("a");
  expect(labels(["a"])).toEqual(["tous", "Ana"]);
});

test("what an address asks for is in the list too", () => {
  expect(chosen(["a", "b"])).toBe(SEVERAL);
  expect(labels(["a", "b"])).toEqual(["tous", "Ana", "2 choix"]);
  expect(labels(["z"])).toEqual(["tous", "Ana", "inconnu"]);
});
