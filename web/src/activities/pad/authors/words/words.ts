// The sentences about who wrote what: fetched when somebody asks for it.
import { sentences } from "../../../../messages/say.svelte";
import { authorsFr } from "./fr";

/** As `say`. */
export const sayAuthors = sentences<typeof authorsFr>(
  authorsFr,
  async () => (await import("./en")).authorsEn,
);
