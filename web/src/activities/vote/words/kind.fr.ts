// What is said of a vote before it is open, in French.
import type { KindWords } from "../../kind";

export const kindFr: KindWords = {
  files: { csv: "Tableur (.csv)", md: "Markdown (.md)", json: "Données (.json)" },
  several: "Votes",
  untitled: "Vote",
  waiting: "Le vote s’ouvre…",
  readOnly: "Vous pouvez suivre ce vote. Pour y participer, demandez un lien à l’animation.",
};
