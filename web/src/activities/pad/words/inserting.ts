// The sentences of the menu of blocks: fetched with it.
import { sentences } from "../../../messages/say.svelte";
import { insertingFr } from "./inserting.fr";

/** As `say`. */
export const sayInserting = sentences<typeof insertingFr>(
  insertingFr,
  async () => (await import("./inserting.en")).insertingEn,
);
