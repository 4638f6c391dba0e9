import { ImmutableString } from "@automerge/automerge/slim";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readVote } from "./read";

const text = (value: string): ImmutableString => new ImmutableString(value);

const brick = (rank: string) => ({
  title: text("Écrire à plusieurs"),
  about: "Etherpad",
  minutes: 45,
  category: text("organise"),
  always: false,
  proposedBy: text("lea"),
  rank: text(rank),
  into: text(""),
  pad: text(""),
});

const rules = {
  dots: 5,
  cap: 2,
  secret: true,
  anonymous: true,
  own: true,
  all: false,
  seconds: 300,
};

const round = {
  number: 1,
  state: text("open"),
  rules,
  choices: [text("a"), "b"],
  runOffOf: text(""),
  closesAt: 1_795_000_000_000n,
};

test("text is read whether it comes plain or wrapped", () => {
  const vote = readVote({
    kind: text("vote"),
    version: 1,
    settings: { proposals: true, freeMinutes: 180 },
    bricks: { a: brick("m") },
    rounds: { r: round },
  });
  expect(vote.bricks).toEqual([
    {
      id: "a",
      title: "Écrire à plusieurs",
      about: "Etherpad",
      minutes: 45,
      category: "organise",
      always: false,
      proposedBy: "lea",
      rank: "m",
      into: "",
      pad: "",
    },
  ]);
  expect(vote.rounds).toEqual([
    {
      id: "r",
      number: 1,
      state: "open",
      rules,
      choices: ["a", "b"],
      runOffOf: "",
      closesAt: 1_795_000_000_000,
      results: null,
    },
  ]);
  expect(vote).toMatchObject({ proposals: true, freeMinutes: 180 });
});

test("bricks stand by rank as bytes order it, then by id", () => {
  const bricks = { z: brick("B"), y: brick("a"), x: brick("a") };
  expect(readVote({ bricks }).bricks.map(({ id }) => id)).toEqual(["z", "x", "y"]);
});

test("rounds stand in the order they were held", () => {
  const rounds = { b: { ...round, number: 2 }, a: { ...round, number: 10 }, c: round };
  expect(readVote({ rounds }).rounds.map(({ id }) => id)).toEqual(["c", "b", "a"]);
});

test("results come with the reveal", () => {
  const results = { voters: 3, dots: { a: 4 }, enteredVoters: 1, entered: { a: 2 } };
  expect(readVote({ rounds: { r: { ...round, results } } }).rounds[0]?.results).toEqual(results);
});

test("what makes no sense is nothing, never an error", () => {
  expect(readVote(undefined)).toEqual({ proposals: false, freeMinutes: 0, bricks: [], rounds: [] });
  const odd = readVote({
    bricks: { a: { minutes: -5, category: "sport" }, b: 7 },
    rounds: { r: { state: "asleep" } },
  });
  expect(odd.bricks).toMatchObject([{ id: "a", minutes: 0, category: "theory", title: "" }]);
  expect(odd.rounds).toMatchObject([{ state: "draft", choices: [], results: null }]);
});

test("whatever stands there, reading never throws", () => {
  const root = fc.record({
    settings: fc.anything(),
    bricks: fc.oneof(fc.anything(), fc.dictionary(fc.string(), fc.anything())),
    rounds: fc.oneof(fc.anything(), fc.dictionary(fc.string(), fc.anything())),
  });
  fc.assert(fc.property(fc.oneof(fc.anything(), root), (strange) => void readVote(strange)));
});
