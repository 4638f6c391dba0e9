// The sentences of the big screen: fetched with it.
import { sentences } from "./say.svelte";
import { screenFr } from "./screen.fr";

/** As `say`. */
export const sayScreen = sentences<typeof screenFr>(
  screenFr,
  async () => (await import("./screen.en")).screenEn,
);
