// The sentences of the count of words: fetched with it.
import { sentences } from "../../../../messages/say.svelte";
import { countFr } from "./fr";

/** As `say`. */
export const sayCount = sentences<typeof countFr>(
  countFr,
  async () => (await import("./en")).countEn,
);
