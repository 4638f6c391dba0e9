// What is said of a round before it is open, in English.
import type { KindWords } from "../../kind";

export const kindEn: KindWords = {
  files: { csv: "Spreadsheet (.csv)", md: "Markdown (.md)", json: "Data (.json)" },
  several: "Rounds",
  untitled: "Round",
  waiting: "The round opens…",
  readOnly: "You can follow this round. To answer, ask the facilitators for a link.",
};
