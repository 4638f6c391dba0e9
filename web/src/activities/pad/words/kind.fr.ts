// What is said of a pad before it is open, in French.
import type { KindWords } from "../../kind";

export const kindFr: KindWords = {
  files: {
    pdf: "PDF, pour imprimer (.pdf)",
    odt: "Document LibreOffice (.odt)",
    docx: "Document Word (.docx)",
    md: "Markdown (.md)",
    html: "Page web (.html)",
    txt: "Texte (.txt)",
  },
  several: "Pads",
  untitled: "Pad",
  waiting: "L’écriture s’ouvre…",
  readOnly: "Vous pouvez lire ce pad. Pour y écrire, demandez un lien à l’animation.",
};
