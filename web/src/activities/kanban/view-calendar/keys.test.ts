import { expect, test } from "vitest";
import { dayByKey, monthAway } from "./keys";

test("arrows walk by days and weeks", () => {
  const keys = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"];
  expect(keys.map((key) => dayByKey(key, "2026-11-30"))).toEqual([
    "2026-11-29",
    "2026-12-01",
    "2026-11-23",
    "2026-12-07",
  ]);
});

test("a week has a first and a last day, a month has a next", () => {
  expect(dayByKey("Home", "2026-11-25")).toBe("2026-11-23");
  expect(dayByKey("End", "2026-11-25")).toBe("2026-11-29");
  expect(dayByKey("PageDown", "2026-11-25")).toBe("2026-12-25");
  expect(dayByKey("PageUp", "2026-01-25")).toBe("2025-12-25");
  expect(dayByKey("Enter", "2026-11-25")).toBeNull();
});

test("a shorter month ends earlier", () => {
  expect(monthAway("2026-01-31", 1)).toBe("2026-02-28");
  expect(monthAway("2028-03-31", -1)).toBe("2028-02-29");
});
