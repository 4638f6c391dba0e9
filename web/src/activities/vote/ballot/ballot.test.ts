import fc from "fast-check";
import { expect, test } from "vitest";
import { brickOf, rulesOf } from "../sample";
import { dotsOn, emptyBallot, left, limitOn, mayBeDone, mostOn, withDots } from "./ballot";

test("dots are placed until none is left", () => {
  const rules = rulesOf({ dots: 2 });
  const one = withDots(emptyBallot, "a", 1);
  expect(left(rules, one)).toBe(1);
  expect(limitOn(rules, one, brickOf("a"), "lea")).toBeNull();
  const two = withDots(one, "a", 2);
  expect(limitOn(rules, two, brickOf("b"), "lea")).toBe("none left");
});

test("a brick takes no more dots of one person than the cap", () => {
  const ballot = withDots(emptyBallot, "a", 1);
  expect(limitOn(rulesOf({ cap: 1 }), ballot, brickOf("a"), "lea")).toBe("cap");
  expect(limitOn(rulesOf({ cap: 1 }), ballot, brickOf("b"), "lea")).toBeNull();
});

test("one's own proposal takes no dot where that is the rule", () => {
  const mine = brickOf("a", { proposedBy: "lea" });
  expect(limitOn(rulesOf({ own: false }), emptyBallot, mine, "lea")).toBe("own");
  expect(limitOn(rulesOf({ own: false }), emptyBallot, mine, "omar")).toBeNull();
  expect(limitOn(rulesOf({ own: true }), emptyBallot, mine, "lea")).toBeNull();
});

test("a dot taken back leaves no trace", () => {
  expect(withDots(withDots(emptyBallot, "a", 1), "a", 0)).toEqual(emptyBallot);
});

test("who changes their ballot is not done", () => {
  expect(withDots({ dots: { a: 1 }, done: true }, "a", 2).done).toBe(false);
});

test("where all dots must be used, one is done with the last", () => {
  const rules = rulesOf({ dots: 1, all: true });
  expect(mayBeDone(rules, emptyBallot)).toBe(false);
  expect(mayBeDone(rules, withDots(emptyBallot, "a", 1))).toBe(true);
});

test("whatever one taps, the ballot is one the server accepts", () => {
  const tap = fc.record({ brick: fc.constantFrom("a", "b", "c"), add: fc.boolean() });
  const rules = fc.record({ dots: fc.nat(6), cap: fc.nat(3) }).map(rulesOf);
  fc.assert(
    fc.property(rules, fc.array(tap), (rules, taps) => {
      let ballot = emptyBallot;
      for (const { brick, add } of taps) {
        const dots = dotsOn(ballot, brick);
        const isAllowed = !add || limitOn(rules, ballot, brickOf(brick), "lea") === null;
        if (isAllowed) ballot = withDots(ballot, brick, Math.max(0, dots + (add ? 1 : -1)));
      }
      const all = Object.values(ballot.dots);
      expect(all.reduce((sum, n) => sum + n, 0)).toBeLessThanOrEqual(rules.dots);
      for (const n of all) expect(n).toBeLessThanOrEqual(rules.cap || rules.dots);
      for (const id of ["a", "b"])
        expect(mostOn(rules, ballot, id)).toBeLessThanOrEqual(rules.dots);
    }),
  );
});
