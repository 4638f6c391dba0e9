// The sentences of the pages before a space is open: fetched with them, for documents have no use for them.
import { homeFr } from "./home.fr";
import { sentences } from "./say.svelte";

/** As `say`. */
export const sayHome = sentences<typeof homeFr>(
  homeFr,
  async () => (await import("./home.en")).homeEn,
);
