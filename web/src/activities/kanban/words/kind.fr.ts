// What is said of an action plan before it is open, in French.
import type { KindWords } from "../../kind";

export const kindFr: KindWords = {
  files: {
    csv: "Tableur (.csv)",
    md: "Markdown (.md)",
    html: "Page à imprimer (.html)",
    ics: "Calendrier (.ics)",
    json: "Pour Trello et les outils qui le lisent (.json)",
    automerge: "Tout, avec l’historique (.automerge)",
  },
  several: "Plans d’action",
  untitled: "Plan d’action",
  waiting: "Le plan d’action s’ouvre…",
  readOnly: "Vous pouvez lire ce plan. Pour y écrire, demandez un lien à un membre.",
};
