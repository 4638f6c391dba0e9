// The sentences of the other ways to look at a plan, in English.
import { counting } from "../../../messages/plural";
import type { viewsFr } from "./views.fr";

const plural = counting("en");
/** A count that stays on one line with what it counts. */
const count = (n: number, one: string, many: string): string =>
  plural(n, one, many).replace(" ", "\u00a0");

const cards = (n: number): string => count(n, "card", "cards");

export const viewsEn: typeof viewsFr = {
  due: {
    label: "Due:",
    done: "done",
    today: "today",
    tomorrow: "tomorrow",
    late: (days) => `${count(days, "day", "days")} late`,
    untouched: (weeks) => `nothing new for ${count(weeks, "week", "weeks")}`,
  },
  filters: {
    title: "Filter the cards",
    search: "Search for a card",
    mine: "My cards",
    me: "Me",
    filter: "Filter",
    filterWith: (n) => `Filter (${String(n)})`,
    all: "Show everything",
    found: (n) => (n === 0 ? "No card matches." : `${cards(n)} found.`),
    see: (n) => (n === 0 ? "No card" : `See ${cards(n)}`),
    person: {
      title: "Person",
      every: "Everybody",
      several: (n) => count(n, "person", "people"),
      unknown: "Somebody who left",
    },
    label: {
      title: "Label",
      every: "Any",
      several: (n) => count(n, "label", "labels"),
      unknown: "A deleted label",
      untitled: "Without a name",
    },
    due: {
      title: "Due",
      any: "Any day",
      late: "Late",
      week: "Within 7\u00a0days",
      none: "Without a date",
    },
    done: { title: "Progress", any: "All cards", open: "Not done yet", done: "Done" },
  },
  list: {
    title: "The cards as a list",
    empty: "No card to show. Add some in the columns, or ask for less in the filters.",
    sort: "Sort by",
    by: { column: "Column", title: "Title", due: "Due", person: "Person" },
    done: "Done",
    isDone: (title) => `Done: ${title}`,
    untitled: "Untitled",
    inCharge: (names) => `In charge: ${names}`,
    more: (n) => `Show more (${String(n)})`,
  },
};
