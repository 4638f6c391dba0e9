// The sentences of the count of words, in English.
import type { countFr } from "./fr";

const amount = (n: number, one: string): string =>
  `${n.toLocaleString("en")} ${one}${n === 1 ? "" : "s"}`;

export const countEn: typeof countFr = {
  count: (words, characters) => `${amount(words, "word")}, ${amount(characters, "character")}`,
  chosen: (part, all) => `Selected: ${part}. In all: ${all}`,
};
