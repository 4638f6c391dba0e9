// The sentences of texts that come from other tools: fetched with their window.
import { sentences } from "../../../../messages/say.svelte";
import { importingFr } from "./fr";

/** As `say`. */
export const sayImporting = sentences<typeof importingFr>(
  importingFr,
  async () => (await import("./en")).importingEn,
);
