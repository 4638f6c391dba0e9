import { expect, test } from "vitest";
import { latest } from "./latest";

test("what is wanted while one is at work is left out, but for the last", async () => {
  const done: number[] = [];
  const finish: (() => void)[] = [];
  const want = latest(async (number: number) => {
    await new Promise<void>((resolve) => finish.push(resolve));
    done.push(number);
  });
  [1, 2, 3, 4].forEach(want);
  finish.shift()?.();
  await expect.poll(() => finish.length).toBe(1);
  finish.shift()?.();
  await expect.poll(() => done).toEqual([1, 4]);
  want(5);
  finish.shift()?.();
  await expect.poll(() => done).toEqual([1, 4, 5]);
});
