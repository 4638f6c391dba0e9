// The sentences about pictures: fetched with the first one that comes.
import { sentences } from "../../../../messages/say.svelte";
import { imagesFr } from "./fr";

/** As `say`. */
export const sayImages = sentences<typeof imagesFr>(
  imagesFr,
  async () => (await import("./en")).imagesEn,
);
