import { expect, test } from "vitest";
import { strideOf, TICK_MS } from "./play";

test("a long life goes by in a minute, a short one change by change", () => {
  const pictures = 260_000 / strideOf(260_000, "normal");
  expect(pictures * TICK_MS.normal).toBeGreaterThan(59_000);
  expect(pictures * TICK_MS.normal).toBeLessThanOrEqual(60_000);
  expect(strideOf(30, "fast")).toBe(1);
  const perSecond = (speed: "slow" | "fast") => strideOf(9_000, speed) / TICK_MS[speed];
  expect(perSecond("slow")).toBeLessThan(perSecond("fast"));
});
