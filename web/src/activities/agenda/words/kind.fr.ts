// What is said of an agenda before it is open, in French.
import type { KindWords } from "../../kind";

export const kindFr: KindWords = {
  files: {
    html: "Page à envoyer ou à imprimer (.html)",
    ics: "Pour un agenda (.ics)",
    csv: "Tableur (.csv)",
    md: "Markdown (.md)",
    json: "Pour des programmes (.json)",
  },
  several: "Déroulés",
  untitled: "Déroulé",
  waiting: "Le déroulé s’ouvre…",
  readOnly: "Vous pouvez lire ce déroulé. Pour le changer, demandez un lien à l’animation.",
};
