// @vitest-environment happy-dom
import { beforeEach, expect, test } from "vitest";
import { speak } from "../messages/say.svelte";
import {
  sayDay,
  sayDayOfYear,
  sayMonth,
  sayShortDay,
  sayShortWeekday,
  sayWeekday,
  sayWeekdays,
} from "./say-day";
import { sayDate } from "./say-date";

const today = "2026-11-23";

beforeEach(() => speak("fr"));

test("days, weeks and months are said in French", () => {
  expect(sayDay("2026-12-01", today)).toBe("mardi 1er décembre");
  expect(sayDay("2027-12-11", today)).toBe("samedi 11 décembre 2027");
  expect(sayShortDay("2026-12-01", today)).toBe("1er déc.");
  expect(sayMonth("2026-11-01")).toBe("novembre 2026");
  expect(sayWeekday(today)).toBe("lundi");
  expect(sayShortWeekday(today)).toBe("lun.");
});

test("and in English", async () => {
  await speak("en");
  expect(sayDay("2026-12-01", today)).toBe("Tuesday 1 December");
  expect(sayShortDay("2027-12-01", today)).toBe("1 Dec 2027");
  expect(sayMonth("2026-11-01")).toBe("November 2026");
});

test("a day without its week, and the day of a moment", async () => {
  expect(sayDayOfYear("2026-12-24")).toBe("24 décembre");
  expect(sayDayOfYear("2026-12-01")).toBe("1er décembre");
  expect(sayDayOfYear("bientôt")).toBe("bientôt");
  expect(sayDate(Date.UTC(2026, 11, 24, 12))).toBe("24 décembre 2026");
  expect(sayDate(Date.UTC(2026, 11, 1, 12))).toBe("1er décembre 2026");
  await speak("en");
  expect(sayDayOfYear("2026-12-24")).toBe("24 December");
});

test("the week begins on Monday", async () => {
  expect(sayWeekdays()).toHaveLength(7);
  expect(sayWeekdays()[0]).toBe("lundi");
  await speak("en");
  expect(sayWeekdays()[6]).toBe("Sunday");
});
