// The sentences of the action plan: fetched with it, for most pages have no use for them.
import { inLanguage } from "../../../messages/say.svelte";
import { makingEn } from "./making.en";
import { makingFr } from "./making.fr";
import { planEn } from "./plan.en";
import { planFr } from "./plan.fr";
import { viewsEn } from "./views.en";
import { viewsFr } from "./views.fr";

/** In French. */
export const kanbanFr = { ...planFr, ...viewsFr, ...makingFr };
/** In English. */
export const kanbanEn = { ...planEn, ...viewsEn, ...makingEn };

const languages = { fr: kanbanFr, en: kanbanEn };

/** As `say`. */
export const sayKanban = (): typeof kanbanFr => inLanguage(languages);
