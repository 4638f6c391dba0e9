// The sentences of the vote: fetched with it, for most pages have no use for them.
import { inLanguage } from "./say.svelte";
import { voteEn } from "./vote.en";
import { voteFr } from "./vote.fr";

const languages = { fr: voteFr, en: voteEn };

/** As `say`. */
export const sayVote = (): typeof voteFr => inLanguage(languages);
