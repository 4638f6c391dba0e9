// Start times follow from the order; what is typed in one line becomes a step.
import { expect, test } from "vitest";
import type { Step } from "../contract";
import { clock, fieldTime, minutesOf, slots } from "./times";
import { typed } from "./typed";

const step = (minutes: number, fixed: number | null = null): Step => ({
  id: "a",
  title: "",
  minutes,
  kind: "practice",
  rank: "",
  fixed,
  free: false,
  document: "",
  link: "",
  brick: "",
  notes: "",
});

test("lunch at half past twelve shows what is too much, and what is free", () => {
  const late = slots({ start: 660, steps: [step(105), step(75, 750), step(15)] });
  expect(late.map(({ over, idle }) => [over, idle])).toEqual([
    [0, 0],
    [15, 0],
    [0, 0],
  ]);
  expect(late[2]).toMatchObject({ start: 825, end: 840 });
  const early = slots({ start: 660, steps: [step(60), step(75, 750)] });
  expect(early[1]).toMatchObject({ start: 750, over: 0, idle: 30 });
});

test("times are told as on a clock, and read from fields", () => {
  expect([clock(545), clock(0), clock(24 * 60 + 30)]).toEqual(["9:05", "0:00", "0:30"]);
  expect(fieldTime(545)).toBe("09:05");
  expect([minutesOf("09:05"), minutesOf("09:05:00"), minutesOf("")]).toEqual([545, 545, null]);
});

test.each([
  ["Pause", "Pause", 30],
  ["Pause 15 min", "Pause", 15],
  ["Pause 15min", "Pause", 15],
  ["Atelier 1 h 30", "Atelier", 90],
  ["Déjeuner : 1h15", "Déjeuner", 75],
  ["Tour de table, 20 minutes", "Tour de table", 20],
  ["Le web en 2026", "Le web en 2026", 30],
  ["Jour 2", "Jour 2", 30],
  ["15 min", "15 min", 30],
  ["Nuit 99 h", "Nuit", 720],
])("%s is a step", (line, title, minutes) => {
  expect(typed(line)).toEqual({ title, minutes });
});
