// The sentences of the list of documents, in French.
import { counting } from "./plural";

const count = counting("fr");

export const documentsFr = {
  moreWays: "Autres actions sur les documents",
  importText: "Importer un texte",
  allPads: {
    pdf: "Tous les pads en un PDF",
    odt: "Tous les pads en un document LibreOffice (.odt)",
    docx: "Tous les pads en un document Word (.docx)",
    zip: "Tous les pads en plusieurs fichiers (.zip)",
  },
  noPads: "Rien n’est encore écrit ici. Créez un premier pad : chacun y écrira en même temps.",
  noPadsReader:
    "Rien n’est encore écrit ici. Les pads, les votes et les plans apparaîtront dès qu’ils seront créés.",
  template: "Commencer avec",
  archive: "Ranger",
  archived: (title: string) => `« ${title} » est rangé.`,
  restore: "Ressortir",
  restored: (title: string) => `« ${title} » est ressorti.`,
  shelf: (n: number) => count(n, "document rangé", "documents rangés"),
  untouched: "pas encore utilisé",
};
