// What is said of a pad before it is open, in English.
import type { KindWords } from "../../kind";

export const kindEn: KindWords = {
  files: {
    pdf: "PDF, to be printed (.pdf)",
    odt: "LibreOffice document (.odt)",
    docx: "Word document (.docx)",
    md: "Markdown (.md)",
    html: "Web page (.html)",
    txt: "Text (.txt)",
  },
  several: "Pads",
  untitled: "Pad",
  waiting: "Opening for writing…",
  readOnly: "You can read this pad. To write in it, ask the facilitators for a link.",
};
