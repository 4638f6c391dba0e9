import { expect, test } from "vitest";
import type { Asking, State } from "../contract";
import { before, signed } from "./difference";

const weather: State[] = [
  { picture: "sun", label: "Soleil" },
  { picture: "rain", label: "Pluie" },
];
const asking = (number: number, states: State[], isRevealed = true): Asking => ({
  id: `a${String(number)}`,
  number,
  name: "",
  question: { text: "", states, anonymous: true, words: true },
  outcome: isRevealed ? { counts: [1, 0], words: [] } : null,
});

test("an asking is compared with the first one that was revealed and had the same answers", () => {
  const other = [{ picture: "one", label: "Rien" }];
  const all = [asking(1, other), asking(2, weather, false), asking(3, weather), asking(4, weather)];
  const evening = asking(5, weather);
  expect(before([...all, evening], evening)?.number).toBe(3);
  expect(before(all, asking(3, weather))).toBeNull();
});

test("a difference has its sign", () => {
  expect([2, 0, -3].map(signed)).toEqual(["+2", "0", "−3"]);
});
