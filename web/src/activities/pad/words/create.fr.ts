// What is said where a pad is made, in French.
import type { CreateWords } from "../../kind";

export const createFr: CreateWords = {
  button: "Nouveau pad",
  title: "Titre du pad",
  example: "par exemple Notes du matin",
  create: "Créer le pad",
  templates: {},
};
