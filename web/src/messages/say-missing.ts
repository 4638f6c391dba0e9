// What is said where a space or a document cannot be shown here: fetched with the pages that say so.
import { missingFr } from "./missing.fr";
import { sentences } from "./say.svelte";

/** As `say`. */
export const sayMissing = sentences<typeof missingFr>(
  missingFr,
  async () => (await import("./missing.en")).missingEn,
);
