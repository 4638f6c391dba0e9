// What is said of every kind before it is open, in English: one file for all of them, by the paths of theirs.
import type { KindWords } from "./kind";

export const english = import.meta.glob<KindWords>("./*/words/kind.en.ts", {
  eager: true,
  import: "kindEn",
});
