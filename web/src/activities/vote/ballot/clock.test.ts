import { expect, test } from "vitest";
import { timeLeft } from "./clock";

test("time is told as on a clock, and never below nothing", () => {
  expect(timeLeft(245_000, 0)).toBe("4:05");
  expect(timeLeft(999, 0)).toBe("0:01");
  expect(timeLeft(3_725_000, 0)).toBe("1:02:05");
  expect(timeLeft(1_000, 1_000)).toBeNull();
  expect(timeLeft(0, 5_000)).toBeNull();
});
