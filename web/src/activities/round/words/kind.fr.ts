// What is said of a round before it is open, in French.
import type { KindWords } from "../../kind";

export const kindFr: KindWords = {
  add: {
    button: "Nouveau tour d’humeur",
    title: "Titre du tour",
    example: "par exemple Météo du jour",
    create: "Créer le tour",
  },
  templates: {
    weather: "Une météo, de grand soleil à orage",
    faces: "Des visages, de très bien à mal",
    roti: "Le temps passé en valait-il la peine ? De 1 à 5 (ROTI)",
    "own-words": "Vos propres mots",
  },
  files: { csv: "Tableur (.csv)", md: "Markdown (.md)", json: "Données (.json)" },
  untitled: "Tour d’humeur",
  waiting: "Le tour s’ouvre…",
  readOnly: "Vous pouvez suivre ce tour. Pour y répondre, demandez un lien à l’animation.",
};
