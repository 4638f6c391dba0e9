// What is said of a pad before it is open, in English.
import type { KindWords } from "../../kind";

export const kindEn: KindWords = {
  add: {
    button: "New pad",
    title: "Pad title",
    example: "for instance Morning notes",
    create: "Create the pad",
  },
  templates: {},
  files: {
    pdf: "PDF, to be printed (.pdf)",
    odt: "LibreOffice document (.odt)",
    docx: "Word document (.docx)",
    md: "Markdown (.md)",
    html: "Web page (.html)",
    txt: "Text (.txt)",
  },
  untitled: "Pad",
  waiting: "Opening for writing…",
  readOnly: "You can read this pad. To write in it, ask the facilitators for a link.",
};
