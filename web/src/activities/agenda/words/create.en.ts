// What is said where an agenda is made, in English.
import type { CreateWords } from "../../kind";

export const createEn: CreateWords = {
  button: "New agenda",
  title: "Title of the agenda",
  example: "for example Agenda of the two days",
  create: "Create the agenda",
  templates: {
    "two-days": "Two days on digital practice",
    empty: "One day, to be filled",
  },
};
