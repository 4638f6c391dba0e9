import { ImmutableString } from "@automerge/automerge/slim";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readRound } from "./read";

const text = (value: string): ImmutableString => new ImmutableString(value);

const question = {
  text: text("Quelle est votre météo ?"),
  pictures: ["sun", "later", text("rain")],
  labels: ["Soleil", "Neige", text("Pluie")],
  anonymous: true,
  words: true,
};

test("a round is read whether text comes plain or wrapped", () => {
  const outcome = { counts: { "0": 2, "2": 1n }, words: [text("Merci")] };
  const askings = {
    b: { number: 2, name: "", state: text("open"), question, outcome },
    a: { number: 1, name: "Matin", state: "revealed", question, outcome },
  };
  const read = readRound({ question, askings });
  expect(read.question.states).toEqual([
    { picture: "sun", label: "Soleil" },
    { picture: "circle", label: "Neige" },
    { picture: "rain", label: "Pluie" },
  ]);
  expect(read.askings.map(({ id }) => id)).toEqual(["a", "b"]);
  expect(read.askings[0]?.outcome).toEqual({ counts: [2, 0, 1], words: ["Merci"] });
  expect(read.askings[1]?.outcome, "what is not revealed is not read").toBeNull();
});

test("whatever stands in a document, a round is read", () => {
  fc.assert(
    fc.property(fc.anything(), (odd) => {
      readRound(odd);
      readRound({ question: odd, askings: { a: odd } });
      readRound({
        question: { pictures: odd, labels: odd },
        askings: { a: { outcome: odd, state: "revealed" } },
      });
    }),
  );
});
