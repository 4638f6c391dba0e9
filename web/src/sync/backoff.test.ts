import fc from "fast-check";
import { expect, test } from "vitest";
import { pause } from "./backoff";

const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

test("pauses grow from half a second to a quarter of a minute", () => {
  const longest = [0, 1, 2, 3, 4, 5, 6].map((attempt) => Math.round(pause(attempt, 1)));
  expect(longest).toEqual([500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000]);
});

test("a pause is never short enough to be a flood nor longer than the longest", () => {
  fc.assert(
    fc.property(fc.nat(10_000), random, (attempt, chance) => {
      const ms = pause(attempt, chance);
      expect(ms).toBeGreaterThanOrEqual(250);
      expect(ms).toBeLessThanOrEqual(15_000);
    }),
  );
});

test("people who lost the connection together do not come back together", () => {
  const spread = pause(6, 0.99) - pause(6, 0);
  expect(spread).toBeGreaterThan(7_000);
});
