import { expect, test } from "vitest";
import { choose, firstChoice, toSend } from "./people";

const people = [
  { name: "Ana", cards: 3, participant: "p1" },
  { name: "Ben", cards: 1, participant: null },
  { name: "__proto__", cards: 0, participant: null },
];

test("those of the same name are taken, the others are new unless they do nothing", () => {
  expect([...firstChoice(people)]).toEqual([
    ["Ana", "p1"],
    ["Ben", "new"],
    ["__proto__", ""],
  ]);
});

test("another is chosen for one of them", () => {
  const chosen = choose(firstChoice(people), "Ben", "p2");
  expect(chosen.get("Ben")).toBe("p2");
  expect(JSON.stringify(toSend(chosen))).toBe('{"Ana":"p1","Ben":"p2","__proto__":""}');
});
