// The sentences about the programs that act for a person: fetched with the window that speaks of them.
import { programsFr } from "./programs.fr";
import { sentences } from "./say.svelte";

/** As `say`. */
export const sayPrograms = sentences<typeof programsFr>(
  programsFr,
  async () => (await import("./programs.en")).programsEn,
);
