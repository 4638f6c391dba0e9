// The sentences of the action plan: fetched with it, for most pages have no use for them.
import { sentences } from "../../../messages/say.svelte";
import { kanbanFr } from "./fr";

/** As `say`. */
export const sayKanban = sentences<typeof kanbanFr>(
  kanbanFr,
  async () => (await import("./en")).kanbanEn,
);
