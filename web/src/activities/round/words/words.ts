// The sentences of rounds: fetched with them, for most pages have no use for them.
import { sentences } from "../../../messages/say.svelte";
import { roundFr } from "./fr";

/** As `say`. */
export const sayRound = sentences<typeof roundFr>(
  roundFr,
  async () => (await import("./en")).roundEn,
);
