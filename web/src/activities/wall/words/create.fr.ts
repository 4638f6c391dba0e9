// What is said where a wall is made, in French.
import type { CreateWords } from "../../kind";

export const createFr: CreateWords = {
  button: "Nouveau mur d’attentes",
  title: "Titre du mur",
  example: "par exemple Nos attentes",
  create: "Créer le mur",
  templates: {
    expectations: "Ce que j’attends, ce que j’apporte, ce que je crains",
    empty: "Une seule colonne, à vous de la nommer",
  },
};
