// The sentences of an action plan, in English.
import type { kanbanFr } from "./fr";
import { makingEn } from "./making.en";
import { cardsEn } from "./cards.en";
import { importingEn } from "./importing.en";
import { viewsEn } from "./views.en";

export const kanbanEn: typeof kanbanFr = { ...cardsEn, ...viewsEn, ...importingEn, ...makingEn };
