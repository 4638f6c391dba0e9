// What is said where a vote is made, in English.
import type { CreateWords } from "../../kind";

export const createEn: CreateWords = {
  button: "New vote",
  title: "Vote title",
  example: "for instance What we cover today",
  create: "Create the vote",
  templates: { bricks: "The bricks Atelier suggests, to be adapted", empty: "No brick" },
};
