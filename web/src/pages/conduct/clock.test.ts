import { expect, test } from "vitest";
import type { CourseView } from "../../generated/CourseView";
import {
  behindOf,
  figures,
  isApart,
  isTriedOut,
  leftOf,
  passed,
  serverNow,
  timeOf,
  toneOf,
} from "./clock";

const MINUTE = 60_000;
const NINE = 1_790_000_000_000;

function course(changed: Partial<CourseView> = {}): CourseView {
  const step = { id: "s1", title: "Accueil", kind: "welcome", minutes: 30 };
  return {
    step: { ...step, start: 540, document: "", link: "" },
    began: NINE,
    away: 0,
    paused: null,
    total: 30 * MINUTE,
    planned: NINE,
    plannedEnd: NINE + 30 * MINUTE,
    ended: null,
    hasPrevious: false,
    ...changed,
  };
}

test("a device whose clock is an hour wrong counts as the server does", () => {
  const told = { server: NINE, wall: NINE - 60 * MINUTE, steady: 500 };
  const later = serverNow(told, told.wall + 5 * MINUTE, told.steady + 5 * MINUTE);
  expect(leftOf(course(), later)).toBe(25 * MINUTE);
});

test("after a sleep, in which the clock of the page stood still, it is as late as it is", () => {
  const told = { server: NINE, wall: NINE, steady: 0 };
  const [wall, steady] = [NINE + 20 * MINUTE, 3_000];
  expect(leftOf(course(), serverNow(told, wall, steady))).toBe(10 * MINUTE);
  expect(isApart(told, wall, steady)).toBe(true);
});

test("a device that is put back while one looks goes on counting", () => {
  const told = { server: NINE, wall: NINE, steady: 0 };
  const now = serverNow(told, NINE - 3 * 60 * MINUTE, MINUTE);
  expect(leftOf(course(), now)).toBe(29 * MINUTE);
});

test("two clocks that go alike are not apart", () => {
  const told = { server: NINE, wall: 5, steady: 7 };
  expect(isApart(told, 5 + 90 * MINUTE + 900, 7 + 90 * MINUTE)).toBe(false);
});

test("what stands still keeps what is left, and what stood still is no time of the step", () => {
  const paused = course({ paused: NINE + 10 * MINUTE });
  expect(leftOf(paused, NINE + 25 * MINUTE)).toBe(20 * MINUTE);
  const on = course({ away: 15 * MINUTE });
  expect(leftOf(on, NINE + 25 * MINUTE)).toBe(20 * MINUTE);
});

test("a fifth is short, a twentieth is the last moment, and then it is over", () => {
  const tones = [7, 6, 2, 1.5, 0, -4].map((left) => toneOf(left * MINUTE, 30 * MINUTE));
  expect(tones).toEqual(["calm", "short", "short", "last", "over", "over"]);
});

test("a step that takes longer makes the day late by as much, one that was begun early is early", () => {
  expect(behindOf(course(), NINE + MINUTE)).toBe(0);
  expect(behindOf(course({ total: 35 * MINUTE }), NINE)).toBe(5);
  expect(behindOf(course(), NINE + 42 * MINUTE)).toBe(12);
  expect(behindOf(course({ began: NINE - 4 * MINUTE }), NINE)).toBe(-4);
  expect(isTriedOut(-24 * 60)).toBe(true);
});

test("what is left is written as clocks do, hours only when there are any", () => {
  const written = [760, 59.2, 0, -61, 3_725].map((seconds) => figures(seconds * 1_000));
  expect(written).toEqual(["12:40", "1:00", "0:00", "1:01", "1:02:05"]);
  expect([540, 1_505].map(timeOf)).toEqual(["9:00", "1:05"]);
});

test("five minutes, one minute and the end are said once, and after a sleep the last of them", () => {
  expect(passed(5 * MINUTE + 400, 5 * MINUTE - 600)).toBe(5 * MINUTE);
  expect(passed(5 * MINUTE - 600, 5 * MINUTE - 1_600)).toBeNull();
  expect(passed(20 * MINUTE, -MINUTE)).toBe(0);
});
