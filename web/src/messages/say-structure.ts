// The sentences about structures: fetched with the pages that speak of them, for pads and votes have no use for them.
import { sentences } from "./say.svelte";
import { structureFr } from "./structure.fr";

/** As `say`. */
export const sayStructure = sentences<typeof structureFr>(
  structureFr,
  async () => (await import("./structure.en")).structureEn,
);
