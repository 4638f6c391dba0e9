// The sentences of the list of documents: fetched with the pages that have one.
import { documentsFr } from "./documents.fr";
import { sentences } from "./say.svelte";

/** As `say`. */
export const sayDocuments = sentences<typeof documentsFr>(
  documentsFr,
  async () => (await import("./documents.en")).documentsEn,
);
