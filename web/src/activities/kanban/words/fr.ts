// The sentences of an action plan, in French.
import { makingFr } from "./making.fr";
import { planFr } from "./plan.fr";
import { viewsFr } from "./views.fr";

export const kanbanFr = { ...planFr, ...viewsFr, ...makingFr };
