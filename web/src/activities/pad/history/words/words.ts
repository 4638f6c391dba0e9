// The sentences of the past of a pad: fetched when somebody looks at it.
import { sentences } from "../../../../messages/say.svelte";
import { pastFr } from "./fr";

/** As `say`. */
export const sayPast = sentences<typeof pastFr>(pastFr, async () => (await import("./en")).pastEn);
