// The sentences about a network that lets too little through: fetched when it does.
import { networkFr } from "./network.fr";
import { sentences } from "./say.svelte";

/** As `say`. */
export const sayNetwork = sentences<typeof networkFr>(
  networkFr,
  async () => (await import("./network.en")).networkEn,
);
