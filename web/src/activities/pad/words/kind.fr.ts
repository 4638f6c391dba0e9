// What is said of a pad before it is open, in French.
import type { KindWords } from "../../kind";

export const kindFr: KindWords = {
  add: {
    button: "Nouveau pad",
    title: "Titre du pad",
    example: "par exemple Notes du matin",
    create: "Créer le pad",
  },
  templates: {},
  files: {
    pdf: "PDF, pour imprimer (.pdf)",
    odt: "Document LibreOffice (.odt)",
    docx: "Document Word (.docx)",
    md: "Markdown (.md)",
    html: "Page web (.html)",
    txt: "Texte (.txt)",
  },
  untitled: "Pad",
  waiting: "L’écriture s’ouvre…",
  readOnly: "Vous pouvez lire ce pad. Pour y écrire, demandez un lien à l’animation.",
};
