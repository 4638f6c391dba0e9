// The sentences of the list of keys: fetched with it.
import { sentences } from "../../../../messages/say.svelte";
import { keysFr } from "./fr";

/** As `say`. */
export const sayKeys = sentences<typeof keysFr>(keysFr, async () => (await import("./en")).keysEn);
