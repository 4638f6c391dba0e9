// What is said where an agenda is made, in French.
import type { CreateWords } from "../../kind";

export const createFr: CreateWords = {
  button: "Nouveau déroulé",
  title: "Titre du déroulé",
  example: "par exemple Déroulé des deux jours",
  create: "Créer le déroulé",
  templates: {
    "two-days": "Deux jours sur les usages numériques",
    empty: "Un jour, à remplir",
  },
};
