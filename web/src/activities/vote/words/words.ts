// The sentences of the vote: fetched with it, for most pages have no use for them.
import { sentences } from "../../../messages/say.svelte";
import { voteFr } from "./fr";

/** As `say`. */
export const sayVote = sentences<typeof voteFr>(voteFr, async () => (await import("./en")).voteEn);
