// The sentences of the conduct of a workshop: fetched with it.
import { conductFr } from "./conduct.fr";
import { sentences } from "./say.svelte";

/** As `say`. */
export const sayConduct = sentences<typeof conductFr>(
  conductFr,
  async () => (await import("./conduct.en")).conductEn,
);
