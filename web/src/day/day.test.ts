import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addDays,
  addMonths,
  daysBetween,
  firstOfMonth,
  isDay,
  isPast,
  noonOf,
  today,
  weekday,
} from "./day";

const days = fc.integer({ min: -20_000, max: 40_000 }).map((n) => addDays("1970-01-01", n));

test("the day is the one of the clock on the wall", () => {
  expect(today(new Date(2026, 10, 23, 0, 0, 1).getTime())).toBe("2026-11-23");
  expect(today(new Date(2026, 10, 23, 23, 59, 59).getTime())).toBe("2026-11-23");
});

test("a day is past from the next one on", () => {
  const evening = new Date(2026, 10, 24, 23, 59).getTime();
  expect(isPast("2026-11-23", evening)).toBe(true);
  expect(isPast("2026-11-24", evening)).toBe(false);
  expect(isPast("", evening)).toBe(false);
});

test("days that are not on the calendar are none", () => {
  for (const day of ["2026-02-28", "2028-02-29", "2026-12-31"]) expect(isDay(day), day).toBe(true);
  for (const text of ["", "2026-02-29", "2026-13-01", "2026-1-1", "demain", "0026-01-01"]) {
    expect(isDay(text), text).toBe(false);
  }
});

test("days are added over months, years and changes of hour", () => {
  expect(addDays("2026-10-24", 2)).toBe("2026-10-26");
  expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
  expect(addDays("2028-03-01", -1)).toBe("2028-02-29");
  expect(addDays("", 3)).toBe("");
  expect(daysBetween("", "2026-01-01")).toBe(0);
});

test("what was added is what lies between", () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -1000, max: 1000 }), (day, n) => {
      expect(daysBetween(day, addDays(day, n))).toBe(n);
      expect(isDay(addDays(day, n))).toBe(true);
    }),
  );
});

test("weeks begin on Monday and have seven days", () => {
  expect(weekday("2026-11-23")).toBe(1);
  expect(weekday("2026-11-29")).toBe(7);
  expect(weekday("1969-12-31")).toBe(3);
  fc.assert(fc.property(days, (day) => weekday(addDays(day, 7)) === weekday(day)));
});

test("months follow each other over the turn of the year", () => {
  expect(firstOfMonth("2026-11-23")).toBe("2026-11-01");
  expect(addMonths("2026-11-23", 2)).toBe("2027-01-01");
  expect(addMonths("2026-01-31", -1)).toBe("2025-12-01");
  expect(addMonths("", 1)).toBe("");
});

test("noon of a day is that day wherever it is read", () => {
  expect(noonOf("2026-11-23").toISOString()).toBe("2026-11-23T12:00:00.000Z");
});
