// What is said of a wall before it is open, in French.
import type { KindWords } from "../../kind";

export const kindFr: KindWords = {
  files: {
    csv: "Tableur (.csv)",
    md: "Markdown (.md)",
    html: "Page à imprimer (.html)",
    json: "Données (.json)",
  },
  several: "Murs d’attentes",
  untitled: "Mur d’attentes",
  waiting: "Le mur s’ouvre…",
  readOnly: "Vous pouvez lire ce mur. Pour y écrire, demandez un lien à l’animation.",
};
