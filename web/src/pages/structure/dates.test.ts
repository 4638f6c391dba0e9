import { expect, test } from "vitest";
import { dateOf, dayOf, endUnseen, isPast, weekdays } from "./dates";

test("days are said in the language one reads", () => {
  expect(dayOf("2026-12-24", "fr")).toBe("24 décembre");
  expect(dayOf("2026-12-24", "en")).toBe("December 24");
  expect(dayOf("bientôt", "fr")).toBe("bientôt");
  expect(dateOf(Date.UTC(2026, 11, 24, 12), "fr")).toBe("24 décembre 2026");
});

test("a day is past from the next one on", () => {
  const evening = new Date(2026, 10, 24, 23, 59);
  expect(isPast("2026-11-23", evening)).toBe(true);
  expect(isPast("2026-11-24", evening)).toBe(false);
  expect(isPast("", evening)).toBe(false);
});

test("the week begins on Monday", () => {
  expect(weekdays("fr")).toHaveLength(7);
  expect(weekdays("fr")[0]).toBe("lundi");
  expect(weekdays("en")[6]).toBe("Sunday");
});

test("what nobody looks at any more ends after a year and a month", () => {
  expect(dateOf(endUnseen(Date.UTC(2026, 10, 27, 12)), "fr")).toBe("27 décembre 2027");
});
