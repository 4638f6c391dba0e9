// The sentences of files that come from other tools, in English.
import { counting } from "../../../messages/plural";
import type { importingFr } from "./importing.fr";

const plural = counting("en");
/** A count that stays on one line with what it counts. */
const count = (n: number, one: string, many: string): string =>
  plural(n, one, many).replace(" ", "\u00a0");

const cards = (n: number): string => count(n, "card", "cards");

export const importingEn: typeof importingFr = {
  importing: {
    title: "Import a file",
    lead: "A file exported from Trello, Wekan, Kanboard or Nextcloud Deck, or a spreadsheet saved as .csv. You will see what is in it before anything is added.",
    file: "File (.json or .csv)",
    paste: "Paste what is in it instead",
    pasteHere: "What is in the file",
    look: "See what is in it",
    looking: "Looking into the file…",
    taking: "The cards are coming…",
    where: "Where to find this file",
    places: [
      "Trello: the menu at the top right, “Print, export and share”, then “Export as JSON”.",
      "Wekan: the menu at the top right, “Export”, as JSON or CSV.",
      "Kanboard: the project’s menu, “Exports”, then the tasks as CSV.",
      "Nextcloud Deck: the menu beside the title, “Export”, as JSON rather than CSV, or the file the export command of the server (occ) gives.",
      "Spreadsheet: one card per line, the titles of the columns on the first, saved as .csv.",
    ],
    tooLarge: "This file is larger than 8\u00a0MB.",
    unreadable: "This file could not be read on this device.",
    nothingChanged: "Nothing was changed.",
    formats: {
      trello: "Trello",
      wekan: "Wekan",
      "wekan-csv": "Wekan, as a spreadsheet",
      kanboard: "Kanboard",
      deck: "Nextcloud Deck",
      csv: "spreadsheet",
    },
    found: (format) => `This file comes from: ${format}`,
    holds: (columns, all) => `It holds ${cards(all)} in ${count(columns, "column", "columns")}.`,
    nothingYet: "Nothing has been added yet.",
    people: "The people in charge",
    peopleHint: "Who are they here? A new person is put down under this name, and is not told.",
    person: (name, all) => `${name} (${all > 0 ? cards(all) : "comments"})`,
    newPerson: "A new person",
    nobody: "Nobody",
    lostTitle: "What cannot come",
    lostNothing: "Everything in this file can come.",
    quoted: (name) => `“${name}”`,
    such: (names) => `: ${names}`,
    notedTitle: "To know before adding",
    noted: {
      boards: (n) => `${count(n, "plan", "plans")} of this file would come together into this one`,
      deleted: (n) =>
        `${count(n, "thing", "things")} deleted in the other tool ${n < 2 ? "is" : "are"} not taken over`,
      missing_years: (n) =>
        `${count(n, "date without a year is put", "dates without a year are put")} on the nearest day`,
      other_weekdays: (n) =>
        `${count(n, "date does not fall", "dates do not fall")} on the weekday that is written, and ${n < 2 ? "comes" : "come"} all the same`,
      without_column: (n) =>
        `${count(n, "card without a known column is put", "cards without a known column are put")} aside`,
    },
    notedOther: (n) => count(n, "thing does not come as it is", "things do not come as they are"),
    lost: {
      ambiguous_dates: (n) =>
        `${count(n, "date that reads two ways, day or month first, is", "dates that read two ways, day or month first, are")} left out (to be written as 2027-03-14)`,
      dependencies: (n) =>
        `${count(n, "link between cards is", "links between cards are")} left out`,
      loose_checklists: (n) =>
        `${count(n, "check-list belongs", "check-lists belong")} to no card of the file`,
      loose_checks: (n) =>
        `${count(n, "check-list line belongs", "check-list lines belong")} to no card of the file`,
      unknown_labels: (n) => `${count(n, "label is", "labels are")} not to be found in the file`,
      untold_checks: (n) =>
        `${count(n, "check-list line is counted but not written", "check-list lines are counted but not written")} in this file`,
      attachments: (n) => `${count(n, "attachment stays", "attachments stay")} in the other tool`,
      members: (n) =>
        `${count(n, "person without a readable name is", "people without a readable name are")} left out`,
      custom_fields: (n) => `${count(n, "custom field is", "custom fields are")} left out`,
      comments: (n) => `${count(n, "comment is", "comments are")} left out`,
      old_comments: (n) =>
        n < 2
          ? "the oldest comments are missing from the file"
          : `${count(n, "old comment is", "old comments are")} missing from the file`,
      swimlanes: (n) => `${count(n, "lane goes", "lanes go")} away: the cards come without`,
      votes: (n) => `${count(n, "vote is", "votes are")} left out`,
      stickers: (n) => `${count(n, "sticker is", "stickers are")} left out`,
      truncated_text: (n) =>
        `${count(n, "text that is too long is", "texts that are too long are")} cut`,
      labels: (n) => `${count(n, "label too many is", "labels too many are")} left out`,
      checks: (n) =>
        `${count(n, "check-list line too many is", "check-list lines too many are")} left out`,
      dates: (n) => `${count(n, "unreadable date is", "unreadable dates are")} left out`,
      times: (n) =>
        `${count(n, "time of day is", "times of day are")} left out: only the day comes`,
      links: (n) => `${count(n, "link cannot", "links cannot")} be brought over`,
      rules: (n) => `${count(n, "automatic rule is", "automatic rules are")} left out`,
      history: (n) =>
        n < 2
          ? "the history of the other tool does not come"
          : `${count(n, "line of history does", "lines of history do")} not come`,
    },
    lostOther: (n) =>
      `${count(n, "thing that does not exist here is", "things that do not exist here are")} left out`,
    other: "Choose another file",
    take: (n) => `Add ${cards(n)}`,
    whole: "Everything comes at once. If something goes wrong, nothing is added.",
  },
};
