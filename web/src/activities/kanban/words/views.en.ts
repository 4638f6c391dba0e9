// The sentences of the other ways to look at a plan, in English.
import { counting } from "../../../messages/plural";
import type { viewsFr } from "./views.fr";

const plural = counting("en");
/** A count that stays on one line with what it counts. */
const count = (n: number, one: string, many: string): string =>
  plural(n, one, many).replace(" ", "\u00a0");

export const viewsEn: typeof viewsFr = {
  due: {
    label: "Due:",
    done: "done",
    today: "today",
    tomorrow: "tomorrow",
    late: (days) => `${count(days, "day", "days")} late`,
    untouched: (weeks) => `nothing new for ${count(weeks, "week", "weeks")}`,
  },
};
