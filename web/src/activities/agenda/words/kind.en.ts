// What is said of an agenda before it is open, in English.
import type { KindWords } from "../../kind";

export const kindEn: KindWords = {
  add: {
    button: "New agenda",
    title: "Title of the agenda",
    example: "for example Agenda of the two days",
    create: "Create the agenda",
  },
  templates: {
    "two-days": "Two days on digital practice",
    empty: "One day, to be filled",
  },
  files: {
    html: "Page to send or print (.html)",
    ics: "For a calendar (.ics)",
    csv: "Spreadsheet (.csv)",
    md: "Markdown (.md)",
    json: "For programs (.json)",
  },
  untitled: "Agenda",
  waiting: "The agenda is opening…",
  readOnly: "You may read this agenda. To change it, ask the facilitators for a link.",
};
