// What is said of an agenda before it is open, in French.
import type { KindWords } from "../../kind";

export const kindFr: KindWords = {
  add: {
    button: "Nouveau déroulé",
    title: "Titre du déroulé",
    example: "par exemple Déroulé des deux jours",
    create: "Créer le déroulé",
  },
  templates: {
    "two-days": "Deux jours sur les usages numériques",
    empty: "Un jour, à remplir",
  },
  files: {
    html: "Page à envoyer ou à imprimer (.html)",
    ics: "Pour un agenda (.ics)",
    csv: "Tableur (.csv)",
    md: "Markdown (.md)",
    json: "Pour des programmes (.json)",
  },
  untitled: "Déroulé",
  waiting: "Le déroulé s’ouvre…",
  readOnly: "Vous pouvez lire ce déroulé. Pour le changer, demandez un lien à l’animation.",
};
