import { expect, test } from "vitest";
import { linesOf, niceAbove } from "./lines";

const size = { width: 100, height: 200 };
const point = (open: number, done: number) => ({ day: "2026-11-23", open, done });

test("lines run over the whole width, from the bottom up", () => {
  const lines = linesOf([point(0, 0), point(2, 0), point(4, 2)], size);
  expect(lines.open).toBe("M0 200L50 100L100 0");
  expect(lines.done).toBe("M0 200L50 200L100 100");
  expect(lines.ends).toEqual({ open: 0, done: 100 });
  expect(lines.ticks).toEqual([
    { count: 0, y: 200 },
    { count: 2, y: 100 },
    { count: 4, y: 0 },
  ]);
});

test("words beside ends that are close are kept apart, within the chart", () => {
  expect(linesOf([point(0, 0)], size).words).toEqual({ open: 176, done: 200 });
  const { words } = linesOf([point(10, 9)], size);
  expect(words.done - words.open).toBe(24);
  expect(words.open).toBeGreaterThanOrEqual(0);
});

test("half a card is never counted", () => {
  expect(linesOf([point(1, 0)], size).ticks.map(({ count }) => count)).toEqual([0, 1]);
});

test("the scale ends at a round number", () => {
  expect([1, 2, 3, 5, 7, 10, 11, 59, 61, 100, 4999].map(niceAbove)).toEqual([
    1, 2, 4, 6, 10, 10, 20, 60, 100, 100, 6000,
  ]);
});
