import { expect, test } from "vitest";
import { brickOf, revealed, voteOf } from "../sample";
import { ranking, rootOf } from "./ranking";

const bricks = ["a", "b", "c", "d"].map((id) => brickOf(id));
const shown = (vote: ReturnType<typeof voteOf>, round = vote.rounds[0]) =>
  round &&
  ranking(vote, round).map(({ brick, rank, tied }) => `${rank}${brick.id}${tied ? "=" : ""}`);

test("ties share their rank, and the next rank is left out", () => {
  const vote = voteOf(bricks, [revealed({ a: 1, b: 3, c: 3, d: 0 })]);
  expect(shown(vote)).toEqual(["1b=", "1c=", "3a", "4d"]);
});

test("raised hands and paper dots count, and can be told apart", () => {
  const vote = voteOf(bricks, [revealed({ a: 2, b: 1 }, {}, { b: 3 })]);
  expect(shown(vote)).toEqual(["1b", "2a"]);
  expect(vote.rounds[0] && ranking(vote, vote.rounds[0])[0]).toMatchObject({ dots: 4, entered: 3 });
});

test("a run-off settles the ties it was about, and nothing else", () => {
  const first = revealed({ a: 5, b: 2, c: 2, d: 2 });
  const runOff = revealed({ b: 0, c: 4, d: 0 }, { id: "r2", number: 2, runOffOf: "r1" });
  const vote = voteOf(bricks, [first, runOff]);
  expect(shown(vote)).toEqual(["1a", "2c", "3b=", "3d="]);
  expect(ranking(vote, first).map(({ settled }) => settled)).toEqual([false, true, true, true]);
  expect(shown(vote, runOff)).toEqual(["1c", "2b=", "2d="]);
});

test("a run-off of a run-off settles what was left", () => {
  const vote = voteOf(bricks, [
    revealed({ a: 2, b: 2, c: 2 }),
    revealed({ a: 1, b: 1, c: 3 }, { id: "r2", number: 2, runOffOf: "r1" }),
    revealed({ a: 1, b: 2 }, { id: "r3", number: 3, runOffOf: "r2" }),
  ]);
  expect(shown(vote)).toEqual(["1c", "2b", "3a"]);
  const last = vote.rounds[2];
  expect(last && rootOf(vote, last).id).toBe("r1");
});

test("nothing is ranked before the reveal", () => {
  expect(shown(voteOf(bricks, [revealed({ a: 1 }, { state: "closed", results: null })]))).toEqual(
    [],
  );
});

test("rounds that point at each other end all the same", () => {
  const vote = voteOf(bricks, [
    revealed({ a: 1, b: 1 }, { runOffOf: "r2" }),
    revealed({ a: 1, b: 1 }, { id: "r2", number: 2, runOffOf: "r1" }),
  ]);
  expect(shown(vote)).toEqual(["1a=", "1b="]);
  const [first] = vote.rounds;
  expect(first && rootOf(vote, first).id).toBe("r1");
});
