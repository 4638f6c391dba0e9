// What is said of a round before it is open, in French.
import type { KindWords } from "../../kind";

export const kindFr: KindWords = {
  files: { csv: "Tableur (.csv)", md: "Markdown (.md)", json: "Données (.json)" },
  several: "Tours d’humeur",
  untitled: "Tour d’humeur",
  waiting: "Le tour s’ouvre…",
  readOnly: "Vous pouvez suivre ce tour. Pour y répondre, demandez un lien à l’animation.",
};
