// The sentences of the pad: fetched with it, for most pages have no use for them.
import { sentences } from "../../../messages/say.svelte";
import { padFr } from "./fr";

/** As `say`. */
export const sayPad = sentences<typeof padFr>(padFr, async () => (await import("./en")).padEn);
