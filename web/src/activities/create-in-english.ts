// What is said where a document of each kind is made, in English: one file for all of them, by the paths of theirs.
import type { CreateWords } from "./kind";

export const english = import.meta.glob<CreateWords>("./*/words/create.en.ts", {
  eager: true,
  import: "createEn",
});
