// What is said of an action plan before it is open, in English.
import type { KindWords } from "../../kind";

export const kindEn: KindWords = {
  files: {
    csv: "Spreadsheet (.csv)",
    md: "Markdown (.md)",
    html: "Page to print (.html)",
    ics: "Calendar (.ics)",
    json: "For Trello and the tools that read it (.json)",
    automerge: "Everything, with its history (.automerge)",
  },
  several: "Action plans",
  untitled: "Action plan",
  waiting: "The action plan opens…",
  readOnly: "You can read this plan. To write in it, ask a member for a link.",
};
