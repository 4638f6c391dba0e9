// What a vote chose: from the last round that everybody has seen.
import { expect, test } from "vitest";
import { chosenIn, Undecided } from "./results";

const brick = (id: string, always = false, into = "") => {
  return { id, title: id.toUpperCase(), minutes: 45, pad: "", always, into };
};
const bricks = [brick("a"), brick("b"), brick("c", true), brick("d", false, "a"), brick("e")];
const round = (dots: Record<string, number>, entered: Record<string, number> = {}) => {
  const results = { dots, entered };
  return { id: "r1", runOffOf: "", state: "revealed", choices: ["a", "b", "d", "e"], results };
};

test("what is always in comes first, then what has most dots; what has none does not come", () => {
  const chosen = chosenIn({ bricks, rounds: [round({ a: 1, b: 1 }, { b: 2 })] });
  expect(chosen.map(({ id }) => id)).toEqual(["c", "b", "a"]);
});

test("the last round that was revealed counts", () => {
  const rounds = [round({ a: 3 }), round({ e: 1 }), { ...round({}), state: "open" }];
  expect(chosenIn({ bricks, rounds }).map(({ id }) => id)).toEqual(["c", "e"]);
});

test("a run-off settles what is tied", () => {
  const runOff = { ...round({ a: 1, b: 2 }), id: "r2", runOffOf: "r1" };
  const rounds = [round({ a: 3, b: 3, e: 4 }), runOff];
  expect(chosenIn({ bricks, rounds }).map(({ id }) => id)).toEqual(["c", "e", "b", "a"]);
});

test("what a run-off leaves tied is settled by the run-off about it", () => {
  const runOff = (id: string, of: string, dots: Record<string, number>) => ({
    ...round(dots),
    id,
    runOffOf: of,
    choices: Object.keys(dots),
  });
  const rounds = [
    round({ a: 3, b: 3, e: 3 }),
    runOff("r2", "r1", { a: 2, b: 2, e: 1 }),
    runOff("r3", "r2", { a: 1, b: 4 }),
  ];
  expect(chosenIn({ bricks, rounds }).map(({ id }) => id)).toEqual(["c", "b", "a", "e"]);
});

test("before a round is revealed there is no result", () => {
  expect(() => chosenIn({ bricks, rounds: [] })).toThrow(Undecided);
});
