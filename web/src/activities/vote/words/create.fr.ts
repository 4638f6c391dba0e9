// What is said where a vote is made, in French.
import type { CreateWords } from "../../kind";

export const createFr: CreateWords = {
  button: "Nouveau vote",
  title: "Titre du vote",
  example: "par exemple Contenus de la journée",
  create: "Créer le vote",
  templates: { bricks: "Les briques proposées par Atelier, à adapter", empty: "Aucune brique" },
};
