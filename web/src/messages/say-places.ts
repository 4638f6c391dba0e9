// The sentences of the side bar: fetched with it.
import { placesFr } from "./places.fr";
import { sentences } from "./say.svelte";

/** As `say`. */
export const sayPlaces = sentences<typeof placesFr>(
  placesFr,
  async () => (await import("./places.en")).placesEn,
);
