// What is said of a vote before it is open, in English.
import type { KindWords } from "../../kind";

export const kindEn: KindWords = {
  files: { csv: "Spreadsheet (.csv)", md: "Markdown (.md)", json: "Data (.json)" },
  several: "Votes",
  untitled: "Vote",
  waiting: "The vote opens…",
  readOnly: "You can follow this vote. To take part, ask the facilitators for a link.",
};
