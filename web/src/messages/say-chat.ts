// The sentences of the chat: fetched with it.
import { chatFr } from "./chat.fr";
import { sentences } from "./say.svelte";

/** As `say`. */
export const sayChat = sentences<typeof chatFr>(
  chatFr,
  async () => (await import("./chat.en")).chatEn,
);
