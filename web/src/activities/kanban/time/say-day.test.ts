// @vitest-environment happy-dom
import { beforeEach, expect, test } from "vitest";
import { speak } from "../../../messages/say.svelte";
import { sayDay, sayMonth, sayShortDay, sayShortWeekday, sayWeekday } from "./say-day";

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
