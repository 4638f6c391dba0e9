// The sentences of comments: fetched with them.
import { sentences } from "../../../../messages/say.svelte";
import { commentsFr } from "./fr";

/** As `say`. */
export const sayComments = sentences<typeof commentsFr>(
  commentsFr,
  async () => (await import("./en")).commentsEn,
);
