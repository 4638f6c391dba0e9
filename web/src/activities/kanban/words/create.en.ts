// What is said where an action plan is made, in English.
import type { CreateWords } from "../../kind";

export const createEn: CreateWords = {
  button: "New action plan",
  title: "Title of the plan",
  example: "for instance Action plan 2027",
  create: "Create the plan",
  templates: {
    plan: "Three columns: to do, in progress, done",
    event: "Organising an event, with example cards",
    tools: "Changing a digital tool, with example cards",
  },
};
