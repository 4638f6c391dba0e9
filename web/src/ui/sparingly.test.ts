import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { announcement } from "./notices.svelte";
import { sparingly } from "./sparingly";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("what happens at once is said together, and what follows a while later", () => {
  let count = 0;
  const heard = sparingly(() => `${String(count)} so far`, 5_000);
  const happens = (): void => {
    count += 1;
    heard.note();
  };
  happens();
  happens();
  vi.advanceTimersByTime(1_000);
  expect(announcement()).toBe("2 so far");
  happens();
  vi.advanceTimersByTime(4_000);
  expect(announcement()).toBe("2 so far");
  happens();
  vi.advanceTimersByTime(1_000);
  expect(announcement()).toBe("4 so far");
});

test("nothing is said when there is nothing to say, or nobody listens any more", () => {
  sparingly(() => "before", 5_000).note();
  vi.advanceTimersByTime(1_000);
  sparingly(() => null, 5_000).note();
  const gone = sparingly(() => "too late", 5_000);
  gone.note();
  gone.stop();
  vi.advanceTimersByTime(10_000);
  expect(announcement()).toBe("before");
});

test("what could not be said yet is said as soon as it can be", () => {
  let words: string | null = null;
  const heard = sparingly(() => words, 5_000);
  heard.note();
  vi.advanceTimersByTime(1_000);
  words = "Bob is here";
  heard.note();
  vi.advanceTimersByTime(1_000);
  expect(announcement()).toBe("Bob is here");
});
