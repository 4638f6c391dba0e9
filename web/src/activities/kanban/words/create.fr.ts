// What is said where an action plan is made, in French.
import type { CreateWords } from "../../kind";

export const createFr: CreateWords = {
  button: "Nouveau plan d’action",
  title: "Titre du plan",
  example: "par exemple Plan d’action 2027",
  create: "Créer le plan",
  templates: {
    plan: "Trois colonnes : à faire, en cours, fait",
    event: "Organiser un évènement, avec des cartes d’exemple",
    tools: "Changer d’outil numérique, avec des cartes d’exemple",
  },
};
