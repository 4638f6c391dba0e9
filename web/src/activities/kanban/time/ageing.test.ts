// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { speak } from "../../../messages/say.svelte";
import { ageing, ageWords } from "./ageing";

const WEEK_MS = 7 * 86_400_000;
const now = 100 * WEEK_MS;

const card = (weeks: number, more = {}) => ({
  updated: now - weeks * WEEK_MS,
  done: false,
  template: false,
  archived: 0,
  deleted: 0,
  ...more,
});

test("an open card ages by weeks without a change", () => {
  expect([0, 1.9, 2, 3.9, 4, 7.9, 8, 50].map((weeks) => ageing(card(weeks), now))).toEqual([
    0, 0, 1, 1, 2, 2, 3, 3,
  ]);
});

test("what is over does not age, nor what comes from a clock ahead of ours", () => {
  for (const over of [{ done: true }, { template: true }, { archived: 1 }, { deleted: 1 }]) {
    expect(ageing(card(50, over), now)).toBe(0);
  }
  expect(ageing(card(-3), now)).toBe(0);
  expect(ageing(card(0, { updated: 0 }), now)).toBe(0);
});

test("its age is said in words", async () => {
  await speak("fr");
  expect(ageWords(0)).toBe("");
  expect(ageWords(3)).toBe("rien de nouveau depuis 8\u00a0semaines");
  await speak("en");
  expect(ageWords(1)).toBe("nothing new for 2\u00a0weeks");
});
