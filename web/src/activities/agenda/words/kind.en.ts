// What is said of an agenda before it is open, in English.
import type { KindWords } from "../../kind";

export const kindEn: KindWords = {
  files: {
    html: "Page to send or print (.html)",
    ics: "For a calendar (.ics)",
    csv: "Spreadsheet (.csv)",
    md: "Markdown (.md)",
    json: "For programs (.json)",
  },
  several: "Agendas",
  untitled: "Agenda",
  waiting: "The agenda is opening…",
  readOnly: "You may read this agenda. To change it, ask the facilitators for a link.",
};
