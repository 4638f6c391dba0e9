// The sentences of an action plan, in French.
import { makingFr } from "./making.fr";
import { cardsFr } from "./cards.fr";
import { importingFr } from "./importing.fr";
import { viewsFr } from "./views.fr";

export const kanbanFr = { ...cardsFr, ...viewsFr, ...importingFr, ...makingFr };
