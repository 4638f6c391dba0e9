// What is said of who may make workshops and structures: fetched with where they are made.
import { creatorsFr } from "./creators.fr";
import { sentences } from "./say.svelte";

/** As `say`. */
export const sayCreators = sentences<typeof creatorsFr>(
  creatorsFr,
  async () => (await import("./creators.en")).creatorsEn,
);
