// What is said of a wall before it is open, in English.
import type { KindWords } from "../../kind";

export const kindEn: KindWords = {
  files: {
    csv: "Spreadsheet (.csv)",
    md: "Markdown (.md)",
    html: "Page to print (.html)",
    json: "Data (.json)",
  },
  several: "Expectations walls",
  untitled: "Expectations wall",
  waiting: "The wall opens…",
  readOnly: "You can read this wall. To write on it, ask the facilitator for a link.",
};
