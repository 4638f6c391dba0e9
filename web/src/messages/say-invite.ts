// The sentences about letting others into a space: fetched with the pages that speak of it, for documents do not.
import { inviteFr } from "./invite.fr";
import { sentences } from "./say.svelte";

/** As `say`. */
export const sayInvite = sentences<typeof inviteFr>(
  inviteFr,
  async () => (await import("./invite.en")).inviteEn,
);
