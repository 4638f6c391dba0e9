// What is said of a vote before it is open, in English.
import type { KindWords } from "../../kind";

export const kindEn: KindWords = {
  add: {
    button: "New vote",
    title: "Vote title",
    example: "for instance What we cover today",
    create: "Create the vote",
  },
  templates: { bricks: "The bricks Atelier suggests, to be adapted", empty: "No brick" },
  files: { csv: "Spreadsheet (.csv)", md: "Markdown (.md)", json: "Data (.json)" },
  untitled: "Vote",
  waiting: "The vote opens…",
  readOnly: "You can follow this vote. To take part, ask the facilitators for a link.",
};
