// What is said where a wall is made, in English.
import type { CreateWords } from "../../kind";

export const createEn: CreateWords = {
  button: "New expectations wall",
  title: "Title of the wall",
  example: "for instance Our expectations",
  create: "Create the wall",
  templates: {
    expectations: "What I expect, what I bring, what I fear",
    empty: "One column, for you to name",
  },
};
