// Fetches the clock of the workshop once what one came for can be written in: nobody waits for it.
import { settled } from "../../live/settled";
import { spoken } from "../../messages/say.svelte";

/** Rejects without a network: then there is no clock. */
export const fetchConduct = async (): Promise<typeof import("./Conduct.svelte")> => {
  await settled;
  return spoken(import("./Conduct.svelte"));
};

/** What is now and next, on the page of the workshop. */
export const fetchToday = async (): Promise<typeof import("./Today.svelte")> => {
  await settled;
  return spoken(import("./Today.svelte"));
};
