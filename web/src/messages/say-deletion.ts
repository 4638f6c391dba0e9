// The sentences about what a space holds and about deleting for good: fetched with the pages that speak of them.
import { sentences } from "./say.svelte";
import { deletionFr } from "./deletion.fr";

/** As `say`. */
export const sayDeletion = sentences<typeof deletionFr>(
  deletionFr,
  async () => (await import("./deletion.en")).deletionEn,
);
