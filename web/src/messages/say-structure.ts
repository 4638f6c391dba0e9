// The sentences about structures: fetched with the pages that speak of them, for pads and votes have no use for them.
import { inLanguage } from "./say.svelte";
import { structureEn } from "./structure.en";
import { structureFr } from "./structure.fr";

const languages = { fr: structureFr, en: structureEn };

/** As `say`. */
export const sayStructure = (): typeof structureFr => inLanguage(languages);
