// The sentences about the people of a space: fetched with the pages that list them.
import { peopleFr } from "./people.fr";
import { sentences } from "./say.svelte";

/** As `say`. */
export const sayPeople = sentences<typeof peopleFr>(
  peopleFr,
  async () => (await import("./people.en")).peopleEn,
);
