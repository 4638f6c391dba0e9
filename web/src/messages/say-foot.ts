// What stands at the foot of pages: fetched with it.
import { footFr } from "./foot.fr";
import { sentences } from "./say.svelte";

/** As `say`. */
export const sayFoot = sentences<typeof footFr>(
  footFr,
  async () => (await import("./foot.en")).footEn,
);
