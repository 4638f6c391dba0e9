// The sentences of an action plan, in English.
import type { kanbanFr } from "./fr";
import { makingEn } from "./making.en";
import { planEn } from "./plan.en";
import { viewsEn } from "./views.en";

export const kanbanEn: typeof kanbanFr = { ...planEn, ...viewsEn, ...makingEn };
