// What is said where a round is made, in French.
import type { CreateWords } from "../../kind";

export const createFr: CreateWords = {
  button: "Nouveau tour d’humeur",
  title: "Titre du tour",
  example: "par exemple Météo du jour",
  create: "Créer le tour",
  templates: {
    weather: "Une météo, de grand soleil à orage",
    faces: "Des visages, de très bien à mal",
    roti: "Le temps passé en valait-il la peine ? De 1 à 5 (ROTI)",
    "own-words": "Vos propres mots",
  },
};
