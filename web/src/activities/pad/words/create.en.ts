// What is said where a pad is made, in English.
import type { CreateWords } from "../../kind";

export const createEn: CreateWords = {
  button: "New pad",
  title: "Pad title",
  example: "for instance Morning notes",
  create: "Create the pad",
  templates: {},
};
