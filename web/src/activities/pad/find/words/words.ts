// The sentences of finding and replacing: fetched with its bar.
import { sentences } from "../../../../messages/say.svelte";
import { findFr } from "./fr";

/** As `say`. */
export const sayFind = sentences<typeof findFr>(findFr, async () => (await import("./en")).findEn);
