// The sentences of walls: fetched with them, for most pages have no use for them.
import { sentences } from "../../../messages/say.svelte";
import { wallFr } from "./fr";

/** As `say`. */
export const sayWall = sentences<typeof wallFr>(wallFr, async () => (await import("./en")).wallEn);
