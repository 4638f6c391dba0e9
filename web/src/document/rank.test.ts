import fc from "fast-check";
import { expect, test } from "vitest";
import { placeAmong } from "./place-among";
import { RANK_LENGTH_MAX, ranksBetween } from "./rank";

const rises = (ranks: readonly string[]): boolean =>
  ranks.every((rank, at) => at === 0 || (ranks[at - 1] ?? "") < rank);

test("ranks are in order, between their neighbours, and leave room before them", () => {
  const rank = fc.stringMatching(/^[0-9A-Za-z]{0,5}[1-9A-Za-z]$/);
  fc.assert(
    fc.property(rank, rank, fc.integer({ min: 1, max: 70 }), (a, b, count) => {
      fc.pre(a !== b);
      const [low, high] = a < b ? [a, b] : [b, a];
      for (const [from, to] of [
        [low, high],
        [null, high],
        [low, null],
      ] as const) {
        const ranks = ranksBetween(from, to, count);
        expect(ranks).toHaveLength(count);
        expect(rises([...(from ? [from] : []), ...ranks, ...(to ? [to] : [])])).toBe(true);
        expect(ranks.some((one) => one.endsWith("0"))).toBe(false);
      }
    }),
  );
});

test("there is no room between two that are the same, or in the wrong order", () => {
  expect(ranksBetween("V", "V", 1)).toEqual([]);
  expect(ranksBetween("k", "V", 1)).toEqual([]);
});

test("there is no room before what is nothing but zeros, nor between two that only zeros or strange letters tell apart", () => {
  for (const [low, high] of [
    [null, ""],
    [null, "0"],
    [null, "000"],
    ["V", "V0"],
    ["", "00"],
    ["é", "é0"],
    ["è", "é"],
  ] as const)
    expect(ranksBetween(low, high, 2)).toEqual([]);
});

test("whatever rank a document says, something can be put before, between and behind", () => {
  const rank = fc.string({ maxLength: 4, unit: fc.constantFrom("0", "A", "z", "é", "~") });
  fc.assert(
    fc.property(fc.array(rank, { maxLength: 6 }), fc.nat({ max: 6 }), (ranks, at) => {
      const items = ranks.sort().map((each, number) => ({ id: `n${String(number)}`, rank: each }));
      const placed = placeAmong(items, ["new"], items[at]?.id ?? null);
      expect(placed.get("new")).toMatch(/^[0-9A-Za-z]+$/);
    }),
  );
});

test("five thousand cards put one after the other keep short ranks", () => {
  let last: string | null = null;
  for (let at = 0; at < 5_000; at += 1) {
    const [next] = ranksBetween(last, null, 1);
    expect(next).toBeDefined();
    expect(last === null || last < (next ?? "")).toBe(true);
    expect((next ?? "").length).toBeLessThanOrEqual(6);
    last = next ?? null;
  }
});

test("whatever is put wherever, the order is the one asked for and ranks stay short", () => {
  const gesture = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), same: fc.boolean() });
  fc.assert(
    fc.property(fc.array(gesture, { maxLength: 300 }), (gestures) => {
      const items: { id: string; rank: string }[] = [];
      let spot = 0;
      for (const [number, { at, same }] of gestures.entries()) {
        if (!same) spot = Math.floor(at * (items.length + 1));
        const before = items[Math.min(spot, items.length)]?.id ?? null;
        const ranks = placeAmong(items, [`n${String(number)}`], before);
        items.splice(Math.min(spot, items.length), 0, { id: `n${String(number)}`, rank: "" });
        for (const item of items) item.rank = ranks.get(item.id) ?? item.rank;
        expect(rises(items.map(({ rank }) => rank))).toBe(true);
      }
      expect(items.every(({ rank }) => rank.length <= RANK_LENGTH_MAX)).toBe(true);
    }),
    { numRuns: 30 },
  );
});

test("neighbours with the same rank are moved apart", () => {
  const items = ["a", "b", "c"].map((id) => ({ id, rank: "V" }));
  const ranks = placeAmong(items, ["new"], "b");
  const rank = (id: string): string => ranks.get(id) ?? "V";
  expect(rises(["a", "new", "b", "c"].map(rank))).toBe(true);
});

test("thousands of cards put into the same place keep short ranks, and few neighbours make room", () => {
  for (const spot of [0, 1, 25, 50]) {
    const items = Array.from({ length: 50 }, (_, at) => ({ id: `c${String(at)}`, rank: "" }));
    const set = (ranks: ReadonlyMap<string, string>): void => {
      for (const item of items) item.rank = ranks.get(item.id) ?? item.rank;
    };
    set(
      placeAmong(
        [],
        items.map(({ id }) => id),
        null,
      ),
    );
    let written = 0;
    const moves = 3_000;
    for (let move = 0; move < moves; move += 1) {
      // The one from the other end comes here.
      const moved = (spot < 25 ? items.pop() : items.shift()) as { id: string; rank: string };
      const ranks = placeAmong(items, [moved.id], items[spot]?.id ?? null);
      items.splice(spot, 0, moved);
      set(ranks);
      written += ranks.size;
      expect(rises(items.map(({ rank }) => rank))).toBe(true);
    }
    expect(items.every(({ rank }) => rank.length <= RANK_LENGTH_MAX)).toBe(true);
    expect(written / moves).toBeLessThan(2);
  }
});
