// The sentences of the list of documents, in English.
import type { documentsFr } from "./documents.fr";
import { counting } from "./plural";

const count = counting("en");

export const documentsEn: typeof documentsFr = {
  moreWays: "More to do with the documents",
  importText: "Import a text",
  allPads: {
    pdf: "All pads in one PDF",
    odt: "All pads in one LibreOffice document (.odt)",
    docx: "All pads in one Word document (.docx)",
    zip: "All pads in several files (.zip)",
  },
  noPads: "Nothing is written here yet. Create a first pad: everybody will write in it at once.",
  noPadsReader:
    "Nothing is written here yet. Pads, votes and plans will appear as soon as they are created.",
  template: "Begin with",
  archive: "Put away",
  archived: (title) => `“${title}” is put away.`,
  restore: "Take out again",
  restored: (title) => `“${title}” is out again.`,
  shelf: (n) => count(n, "document put away", "documents put away"),
  untouched: "not used yet",
};
