// The sentences about what a space holds, and about deleting things for good, in English.
import type { DeletionMessages } from "./deletion.fr";
import { counting } from "./plural";
import { size } from "./size";

const count = counting("en");

export const deletionEn: DeletionMessages = {
  document: {
    title: (title) => `Delete “${title}”?`,
    goes: "Erased with it, for everybody:",
    history: (bytes) =>
      `all that is written in it, with its history${bytes === undefined ? "" : ` (${size(bytes, "en")})`}`,
    files: (n, bytes) => `${count(n, "attached file", "attached files")} (${size(bytes, "en")})`,
    rounds: (n) =>
      `${count(n, "round of the vote", "rounds of the vote")}, ballots and results included`,
    calendars: "the addresses by which calendars follow it",
    links: "Links to it in other documents will only lead to a page that says so.",
    keep: "To keep something of it, download it first. There is no way back.",
    verb: "Delete for good",
    done: (title) => `“${title}” is deleted.`,
  },
  gone: {
    title: (title) => `“${title}” was deleted`,
    untitled: "This document was deleted",
    by: (name, when) => `By ${name}, ${when}.`,
    you: "you",
    someone: "somebody who is not here any more",
    nothingLeft: "Its text and its files are erased. Nothing of it is kept on this device either.",
    unsentTitle: "What you were writing was not sent",
    unsentText:
      "This document was deleted meanwhile. What you see here is on this device only: copy the text if you want to keep it.",
    forget: "Erase from this device",
    unsentIn: (title) => `“${title}” was deleted, and you had written in it without a network.`,
    see: "See what I had written",
  },
  file: {
    ask: (name) => `Delete: ${name}`,
    title: "Delete this file?",
    text: (name) =>
      `“${name}” will be erased from the server, for everybody and on every card that has it.`,
    noWayBack: "There is no way back.",
    verb: "Delete for good",
    done: (name) => `“${name}” is deleted.`,
    gone: "file deleted",
  },
  usage: {
    title: "Room taken",
    of: (used, max) => `${used} of ${max}`,
    documents: "Documents",
    files: "Attached files",
    all: "In all",
    hint: "At the maximum nothing more can be made or attached; what exists can still be written in. To make room, delete large files, or documents that were put away.",
    largest: "The largest files",
    from: (who, title) => `${who}, in “${title}”`,
  },
};
