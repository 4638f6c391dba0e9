// The sentences about what a document did not take: fetched when that happens.
import { unacceptedFr } from "./unaccepted.fr";
import { sentences } from "./say.svelte";

/** As `say`. */
export const sayUnaccepted = sentences<typeof unacceptedFr>(
  unacceptedFr,
  async () => (await import("./unaccepted.en")).unacceptedEn,
);
