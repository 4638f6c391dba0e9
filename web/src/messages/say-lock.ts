// The sentences of a workshop that is closed for writing: fetched when one is, or may be.
import { lockFr } from "./lock.fr";
import { sentences } from "./say.svelte";

/** As `say`. */
export const sayLock = sentences<typeof lockFr>(
  lockFr,
  async () => (await import("./lock.en")).lockEn,
);
