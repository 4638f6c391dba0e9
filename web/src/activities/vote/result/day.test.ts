import fc from "fast-check";
import { expect, test } from "vitest";
import { brickOf, revealed, voteOf } from "../sample";
import { cutAfter, firstTie, fillDay, tiedAtCut } from "./day";
import { ranking } from "./ranking";

type Voted = Record<string, { dots: number; minutes: number }>;

function rankedOf(voted: Voted) {
  const bricks = Object.entries(voted).map(([id, { minutes }]) => brickOf(id, { minutes }));
  const dots = Object.fromEntries(Object.entries(voted).map(([id, { dots }]) => [id, dots]));
  const round = revealed(dots);
  return ranking(voteOf(bricks, [round]), round);
}

const ids = (bricks: { id: string }[]): string => bricks.map(({ id }) => id).join(" ");
const planned = (day: ReturnType<typeof fillDay>): string =>
  day.planned.map(({ brick, until }) => `${brick.id}:${until}`).join(" ");

test("always-in bricks come first, then the order of the vote, with a running total", () => {
  const ranked = rankedOf({ a: { dots: 1, minutes: 20 }, b: { dots: 4, minutes: 30 } });
  const day = fillDay([brickOf("diagnosis", { minutes: 40 })], ranked, 120);
  expect(planned(day)).toBe("diagnosis:40 b:70 a:90");
  expect(day).toMatchObject({ used: 90, missing: 0, skipped: [] });
  expect(cutAfter(ranked, day)).toBeNull();
});

test("when one does not fit, a shorter one after it may", () => {
  const ranked = rankedOf({
    a: { dots: 9, minutes: 60 },
    b: { dots: 8, minutes: 90 },
    c: { dots: 7, minutes: 30 },
  });
  const day = fillDay([], ranked, 100);
  expect(planned(day)).toBe("a:60 c:90");
  expect(ids(day.skipped)).toBe("b");
  expect(cutAfter(ranked, day)).toBe(1);
});

test("what nobody voted for is not planned", () => {
  const day = fillDay([], rankedOf({ a: { dots: 0, minutes: 10 } }), 60);
  expect(day).toMatchObject({ planned: [], skipped: [] });
});

test("always-in bricks that are longer than the day say by how much", () => {
  expect(fillDay([brickOf("diagnosis", { minutes: 90 })], [], 60).missing).toBe(30);
});

test("a tie is worth a run-off only where the day is cut through it", () => {
  const tied = { dots: 2, minutes: 30 };
  const ranked = rankedOf({ a: { dots: 5, minutes: 30 }, b: tied, c: tied, d: tied });
  expect(ids(tiedAtCut(ranked, fillDay([], ranked, 60)))).toBe("b c d");
  expect(tiedAtCut(ranked, fillDay([], ranked, 30))).toEqual([]);
  expect(tiedAtCut(ranked, fillDay([], ranked, 120))).toEqual([]);
});

test("without a length of the day, the highest tie is the one to settle", () => {
  const [two, none] = [
    { dots: 2, minutes: 30 },
    { dots: 0, minutes: 30 },
  ];
  const ranked = rankedOf({ a: { dots: 5, minutes: 30 }, b: two, c: two, d: none, e: none });
  expect(ids(firstTie(ranked))).toBe("b c");
  expect(firstTie(rankedOf({ d: none, e: none }))).toEqual([]);
});

test("a voted brick that became always in is in the day once, and settles no tie", () => {
  const tied = { dots: 2, minutes: 30 };
  const ranked = rankedOf({ a: tied, b: tied }).map((one) =>
    one.brick.id === "a" ? { ...one, brick: { ...one.brick, always: true } } : one,
  );
  const always = ranked.map(({ brick }) => brick).filter((brick) => brick.always);
  const day = fillDay(always, ranked, 30);
  expect(planned(day)).toBe("a:30");
  expect(ids(day.skipped)).toBe("b");
  expect(tiedAtCut(ranked, day)).toEqual([]);
  expect(firstTie(ranked)).toEqual([]);
});

test("a day never uses more than the free minutes, and leaves out only what does not fit", () => {
  const brick = fc.record({ dots: fc.nat(5), minutes: fc.nat(120) });
  const many = fc.dictionary(fc.stringMatching(/^[a-z]{1,4}$/), brick);
  fc.assert(
    fc.property(many, fc.nat(480), (voted, freeMinutes) => {
      const day = fillDay([], rankedOf(voted), freeMinutes);
      expect(day.used).toBeLessThanOrEqual(freeMinutes);
      for (const { minutes } of day.skipped)
        expect(day.used + minutes).toBeGreaterThan(freeMinutes);
      const wanted = Object.values(voted).filter(({ dots }) => dots > 0);
      expect(day.planned.length + day.skipped.length).toBe(wanted.length);
    }),
  );
});
