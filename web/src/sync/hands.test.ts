// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Keyboard } from "./hands";

let page = new EventTarget();
let hands = new Keyboard(page);
let done: string[] = [];

const press = (): boolean => page.dispatchEvent(new Event("keydown"));

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ["setTimeout", "clearTimeout", "performance", "requestAnimationFrame"],
  });
  page = new EventTarget();
  hands = new Keyboard(page);
  done = [];
});

afterEach(() => vi.useRealTimers());

test("while nobody types, work is done at once", () => {
  hands.whenFree(() => done.push("work"));
  expect(done).toEqual(["work"]);
});

test("while somebody types, work waits until the next letter is painted", () => {
  press();
  hands.whenFree(() => done.push("work"));
  vi.advanceTimersByTime(100);
  expect(done).toEqual([]);
  press();
  expect(done).toEqual([]);
  vi.advanceTimersByTime(17);
  expect(done).toEqual(["work"]);
});

test("work does not wait for somebody who has stopped typing", () => {
  press();
  hands.whenFree(() => done.push("work"));
  vi.advanceTimersByTime(500);
  expect(done).toEqual(["work"]);
  vi.advanceTimersByTime(600);
  expect(hands.isTyping()).toBe(false);
});

test("work that comes after what runs now comes after its promises too", async () => {
  vi.useRealTimers();
  const all = new Promise<void>((resolve) => {
    hands.whenDone(() => {
      done.push("work");
      resolve();
    });
  });
  await Promise.resolve().then(() => done.push("promise"));
  await all;
  expect(done).toEqual(["promise", "work"]);
});
