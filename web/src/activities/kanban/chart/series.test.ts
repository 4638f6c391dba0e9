import fc from "fast-check";
import { expect, test } from "vitest";
import { card } from "../filter/sample";
import { addDays } from "../../../day/day";
import { POINTS_MAX, series, standing } from "./series";

const today = "2026-11-23";
/** A moment so many days ago, at noon here. */
const ago = (days: number): number => new Date(2026, 10, 23 - days, 12).getTime();

test("cards are open, then done", () => {
  const cards = [
    card("a", { created: ago(3) }),
    card("b", { created: ago(3), done: true, doneAt: ago(1) }),
  ];
  expect(series(cards, today)).toEqual([
    { day: "2026-11-20", open: 2, done: 0 },
    { day: "2026-11-21", open: 2, done: 0 },
    { day: "2026-11-22", open: 1, done: 1 },
    { day: "2026-11-23", open: 1, done: 1 },
  ]);
});

test("what is thrown away goes, what is done and put away stays done", () => {
  const cards = [
    card("a", { created: ago(2), deleted: ago(1) }),
    card("b", { created: ago(2), archived: ago(1) }),
    card("c", { created: ago(2), done: true, doneAt: ago(2), archived: ago(1) }),
    card("d", { created: ago(2), template: true }),
  ];
  expect(series(cards, today).map(({ open, done }) => [open, done])).toEqual([
    [2, 1],
    [0, 1],
    [0, 1],
  ]);
});

test("a card without moments, or from a clock that is ahead, is there today", () => {
  const cards = [card("a"), card("b", { created: ago(-9), done: true, doneAt: ago(-9) })];
  expect(series(cards, today)).toEqual([{ day: today, open: 1, done: 1 }]);
  expect(series([], today)).toEqual([]);
});

test("it says how it stands, and what was done lately", () => {
  const cards = [
    card("a", { created: ago(60) }),
    card("b", { created: ago(60), done: true, doneAt: ago(28) }),
    card("c", { created: ago(60), done: true, doneAt: ago(27) }),
  ];
  expect(standing(cards, today)).toEqual({ open: 1, done: 2, doneLately: 1 });
});

test("there are never too many points, they end today and go forward", () => {
  const cards = fc.array(
    fc
      .tuple(fc.integer({ min: 0, max: 4000 }), fc.boolean())
      .map(([days, done]) =>
        card("x", { created: ago(days), done, doneAt: done ? ago(days >> 1) : 0 }),
      ),
    { minLength: 1, maxLength: 20 },
  );
  fc.assert(
    fc.property(cards, (all) => {
      const points = series(all, today);
      expect(points.length).toBeLessThanOrEqual(POINTS_MAX);
      expect(points.at(-1)?.day).toBe(today);
      points.slice(1).forEach(({ day }, n) => expect(day > (points[n]?.day ?? "")).toBe(true));
      const last = points.at(-1);
      expect((last?.open ?? 0) + (last?.done ?? 0)).toBe(all.length);
    }),
  );
});

test("days in between are whole", () => {
  const points = series([card("a", { created: ago(100) })], today);
  expect(points).toHaveLength(POINTS_MAX);
  expect(points[0]?.day).toBe(addDays(today, -100));
});
