// What is said of an action plan before it is open, in French.
import type { KindWords } from "../../kind";

export const kindFr: KindWords = {
  add: {
    button: "Nouveau plan d’action",
    title: "Titre du plan",
    example: "par exemple Plan d’action 2027",
    create: "Créer le plan",
  },
  templates: {
    plan: "Trois colonnes : à faire, en cours, fait",
    event: "Organiser un évènement, avec des cartes d’exemple",
    tools: "Changer d’outil numérique, avec des cartes d’exemple",
  },
  files: {
    csv: "Tableur (.csv)",
    md: "Markdown (.md)",
    html: "Page à imprimer (.html)",
    ics: "Calendrier (.ics)",
    json: "Pour Trello et les outils qui le lisent (.json)",
    automerge: "Tout, avec l’historique (.automerge)",
  },
  untitled: "Plan d’action",
  waiting: "Le plan d’action s’ouvre…",
  readOnly: "Vous pouvez lire ce plan. Pour y écrire, demandez un lien à un membre.",
};
