// Fetches the side bar once what one came for can be written in: nobody waits for it.
import { settled } from "../../live/settled";
import { spoken } from "../../messages/say.svelte";

/** Rejects without a network: then one goes by the page of the space. */
export const fetchPlaces = async (): Promise<typeof import("./Places.svelte")> => {
  await settled;
  return spoken(import("./Places.svelte"));
};
