// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { announcement } from "../../../ui/notices.svelte";
import { Overheard } from "./overheard";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test("notes that come within five seconds are said together", async () => {
  const overheard = new Overheard();
  overheard.hear(1);
  overheard.hear(2);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(announcement()).toBe("3 nouvelles notes");
  overheard.hear(1);
  await vi.advanceTimersByTimeAsync(4_900);
  expect(announcement()).toBe("3 nouvelles notes");
  overheard.hear(-2);
  await vi.advanceTimersByTimeAsync(200);
  expect(announcement()).toBe("1 nouvelle note");
  overheard.stop();
});
