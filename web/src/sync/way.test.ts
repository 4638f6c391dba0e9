import { expect, test } from "vitest";
import type { KeptHere } from "./kept-here";
import { Way } from "./way";

const HOUR_MS = 60 * 60 * 1_000;

function memory(): KeptHere<number> {
  let kept: number | null = null;
  return {
    load: () => kept,
    save: (value) => {
      kept = value;
      return true;
    },
    forget: () => (kept = null),
  };
}

test("one refusal is not taken for a network that blocks, two are", () => {
  const way = new Way(memory());
  expect([way.refused(), way.isDirect]).toEqual([null, true]);
  expect([way.refused(), way.isDirect]).toEqual([null, false]);
});

test("refusals that are not one after the other count for nothing", () => {
  const way = new Way(memory());
  for (let day = 0; day < 3; day++) {
    way.refused();
    expect(way.opened()).toBe("direct");
  }
  expect(way.isDirect).toBe(true);
});

test("what got through is tried first by the next page, for two hours", () => {
  let now = 0;
  const kept = memory();
  const way = new Way(kept, () => now);
  way.refused();
  way.refused();
  expect(new Way(kept, () => now).isDirect, "it is not known to work").toBe(true);
  expect(way.opened()).toBe("polling");
  now += HOUR_MS;
  const next = new Way(kept, () => now);
  expect(next.isDirect).toBe(false);
  next.opened();
  now += HOUR_MS;
  expect(new Way(kept, () => now).isDirect, "each visit does not make it longer").toBe(true);
});

test("another network is tried from the beginning", () => {
  const way = new Way(memory());
  way.refused();
  way.refused();
  way.opened();
  way.moved();
  expect(way.isDirect).toBe(true);
  way.refused();
  expect(way.isDirect).toBe(true);
});

test("where nothing gets through, both ways are tried in turn", () => {
  const way = new Way(memory());
  way.refused();
  way.refused();
  expect([way.refused(), way.isDirect]).toEqual(["blocked", true]);
  expect([way.refused(), way.isDirect]).toEqual([null, false]);
  expect(way.refused()).toBe("blocked");
});
