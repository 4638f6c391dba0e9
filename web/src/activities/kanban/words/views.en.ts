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
      title: "In charge",
      every: "Everybody",
      several: (n) => count(n, "person", "people"),
      unknown: "Somebody who left",
    },
    label: {
      title: "Label",
      every: "Any",
      several: (n) => count(n, "label", "labels"),
      unknown: "A deleted label",
    },
    due: {
      title: "Due",
      any: "Any day",
      late: "Late",
      week: "Within 7\u00a0days",
      none: "Without a date",
    },
    done: { title: "Progress", any: "Any", open: "To do", done: "Done" },
  },
  list: {
    title: "The cards as a list",
    empty: "No card to show. Add some in the columns, or remove filters.",
    sort: "Sort by",
    by: { column: "Column", title: "Title", due: "Due", person: "In charge" },
    done: "Done",
    isDone: (title) => `${title}: done`,
    untitled: "Untitled",
    inCharge: (names) => `In charge: ${names}`,
    more: (n) => `Show more (${String(n)})`,
  },
  calendar: {
    month: "The days of the month",
    previous: "Previous month",
    next: "Next month",
    today: "Today",
    empty: "No card has a due date. Give a card a day: it will appear here.",
    emptyToRead: "No card has a due date yet.",
    nothingInMonth: "Nothing is planned this month.",
    nothingOnDay: "Nothing on this day.",
    more: (n) => (n < 2 ? "and another" : `and ${String(n)} others`),
    dueOf: (title) => `Due date of “${title}”`,
    undated: "Cards without a due date",
    undatedCount: (n) => `Without a due date (${String(n)})`,
  },
  chart: {
    said: (open, done, lately) => {
      const stands = `${count(open, "card is to do", "cards are to do")}, ${count(done, "is done", "are done")}`;
      return lately === 0
        ? `${stands}. None was done in the last four weeks.`
        : `${stands}, ${String(lately)} of them in the last four weeks.`;
    },
    tooEarly: "The chart will draw itself from tomorrow on, day by day.",
    open: (n) => `${String(n)} to do`,
    done: (n) => `${String(n)} done`,
    today: "today",
    numbers: "See the numbers",
    day: "End of the day",
    openTitle: "To do",
    doneTitle: "Done",
  },
  feed: {
    title: "Follow in a calendar",
    lead: "The due dates of this plan can appear in the calendar of your phone or computer, and stay up to date there.",
    waiting: "One moment…",
    make: "Make the address",
    made: "Address made",
    as: "Show the due dates as",
    events: "events (every calendar)",
    tasks: "tasks (Thunderbird, Nextcloud and others)",
    address: "Address to give to the calendar",
    copy: "Copy",
    copied: "Address copied",
    open: "Open in the calendar of this device",
    how: "How to do it",
    ways: [
      "iPhone, iPad and Mac: press “Open in the calendar of this device”, then “Subscribe”.",
      "Android phone with Google Calendar: on a computer, open Google Calendar, then “Other calendars”, “+”, “From URL”, and paste the address. It then appears on the phone.",
      "Thunderbird: new calendar, “On the network”, and paste the address.",
      "Nextcloud: “New calendar”, “New subscription from link”, and paste the address.",
    ],
    slow: "A calendar reads the address again from time to time: a change may take some hours to be seen there.",
    secret:
      "Whoever knows this address can read the titles and dates of the cards, and can change nothing. If it was given by mistake, change it.",
    ends: "Calendars that follow the present address will get nothing any more.",
    keep: "Keep the address",
    change: "Change the address",
    changed: "New address made. The old one shows nothing any more.",
    stop: "Stop",
    stopped: "Stopped: the address shows nothing any more.",
  },
};
