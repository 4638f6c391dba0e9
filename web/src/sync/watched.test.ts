import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Failure } from "../api/client";
import { watch } from "./watched.svelte";

const viewOf = (voted: number): { voted: number } => ({ voted });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("much news is one question, and the last news is never missed", async () => {
  let voted = 0;
  const answers: (() => void)[] = [];
  const look = (): Promise<{ voted: number }> => {
    const asked = voted;
    return new Promise((resolve) => answers.push(() => resolve(viewOf(asked))));
  };
  const watched = watch(look);
  answers[0]?.();
  await vi.advanceTimersByTimeAsync(0);
  expect(watched.view?.voted).toBe(0);
  for (voted = 1; voted < 9; voted += 1) watched.refresh();
  await vi.advanceTimersByTimeAsync(500);
  expect(answers.length).toBe(2);
  voted = 10;
  watched.refresh();
  await vi.advanceTimersByTimeAsync(500);
  expect(answers.length).toBe(2);
  answers[1]?.();
  await vi.advanceTimersByTimeAsync(500);
  answers[2]?.();
  await vi.advanceTimersByTimeAsync(0);
  expect(watched.view?.voted).toBe(10);
});

test("what was known stays when nobody answers", async () => {
  let isDown = false;
  const watched = watch(() =>
    isDown ? Promise.reject(new Error("down")) : Promise.resolve(viewOf(4)),
  );
  await vi.advanceTimersByTimeAsync(0);
  isDown = true;
  watched.refresh();
  await vi.advanceTimersByTimeAsync(500);
  expect(watched.view?.voted).toBe(4);
});

test("a question that the network lost is asked again, unless there will never be an answer", async () => {
  let asked = 0;
  let failure = new Failure("network", "");
  const watched = watch(() => {
    asked += 1;
    return asked > 2 ? Promise.resolve(viewOf(asked)) : Promise.reject(failure);
  });
  await vi.advanceTimersByTimeAsync(5_000);
  expect(asked).toBe(2);
  // News is not kept waiting by what is asked again later.
  watched.refresh();
  await vi.advanceTimersByTimeAsync(500);
  expect(watched.view?.voted).toBe(3);

  asked = 0;
  failure = new Failure("not_found", "");
  watched.refresh();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toBe(1);
});
