// The sentences of the other ways to look at a plan, in French.
import { counting } from "../../../messages/plural";

const plural = counting("fr");
/** A count that stays on one line with what it counts. */
const count = (n: number, one: string, many: string): string =>
  plural(n, one, many).replace(" ", "\u00a0");

export const viewsFr = {
  due: {
    label: "Échéance\u00a0:",
    done: "fait",
    today: "aujourd’hui",
    tomorrow: "demain",
    late: (days: number) =>
      days < 2 ? "en retard d’un jour" : `en retard de ${count(days, "jour", "jours")}`,
    untouched: (weeks: number) => `rien de nouveau depuis ${count(weeks, "semaine", "semaines")}`,
  },
};
