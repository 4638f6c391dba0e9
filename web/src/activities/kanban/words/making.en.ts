// The sentences for making cards from what was written elsewhere, in English.
import type { makingFr } from "./making.fr";

export const makingEn: typeof makingFr = {
  making: {
    title: "Make cards",
    lines: "One card per line",
    kanban: "Action plan",
    none: "There is no action plan to write in yet. Make one on the page of the workshop, then come back.",
    opening: "Opening the action plan…",
    notHere: "This plan cannot be opened without a connection: it is not on this device yet.",
    back: (title: string) => `Each card will keep a link to “${title}”.`,
  },
};
