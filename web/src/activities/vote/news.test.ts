import fc from "fast-check";
import { expect, test } from "vitest";
import { readNews } from "./news";

const round = { type: "round", round: "r", state: "open", voted: 3, done: 1 } as const;

test("news of a round are counts, never who or what", () => {
  expect(readNews({ ...round, dots: { b1: 2 } })).toEqual(round);
  expect(readNews({ ...round, state: "dancing" })).toBeNull();
  expect(readNews({ ...round, voted: "3" })).toBeNull();
});

test("a ballot of one's own says no more than that it was taken", () => {
  expect(readNews({ type: "ballot", round: "r", dots: { b1: 2 } })).toEqual({ type: "ballot" });
});

test("news of a later server mean nothing, and none are too strange to be read", () => {
  expect(readNews({ type: "encore" })).toBeNull();
  const news = fc.record({ type: fc.string(), round: fc.anything(), state: fc.anything() });
  fc.assert(fc.property(news, (strange) => void readNews(strange)));
});
