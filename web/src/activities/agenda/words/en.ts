// The sentences of an agenda, in English.
import { counting } from "../../../messages/plural";
import type { agendaFr } from "./fr";

const counted = counting("en");

const minutes = (count: number): string => {
  const [hours, rest] = [Math.floor(count / 60), count % 60];
  if (hours === 0) return `${String(rest)} min`;
  return rest === 0 ? `${String(hours)} h` : `${String(hours)} h ${String(rest).padStart(2, "0")}`;
};

export const agendaEn: typeof agendaFr = {
  minutes,
  from: (from, to) => `from ${from} to ${to}`,
  kinds: {
    welcome: "Welcome",
    round: "Round",
    input: "Input",
    practice: "Practice",
    break: "Break",
    documentation: "Documentation",
    closing: "Closing",
  },
  day: {
    untitled: "Untitled day",
    add: "Add a day",
    next: (number) => `Day ${String(number)}`,
    change: "Change the day",
    double: "Duplicate the day",
    copyOf: (title) => `${title} (copy)`,
    earlier: "Move the day up",
    later: "Move the day down",
    remove: "Delete the day",
    removeTitle: (title) => `Delete “${title}”?`,
    keep: "Keep its steps, to be put in another day",
    title: "Title",
    date: "Date",
    start: "Start",
    save: "Save",
    menu: (title) => `Actions for “${title}”`,
    empty: "Nothing is planned for that day yet. Write a first step below.",
    conflict: (count) => `${minutes(count)} too much before a fixed time`,
  },
  step: {
    add: (day) => `Add a step to “${day}”`,
    example: "for example Round of introductions 20 min",
    put: "Add",
    change: "Change the step",
    new: "New step",
    title: "Title",
    length: "Length, in minutes",
    kind: "Kind of step",
    fixed: "Begins at a fixed time",
    at: "Start time",
    free: "Keep free for what the group will choose",
    document: "Opens",
    nothing: "Nothing",
    link: "Link, for example to a video call",
    linkWrong: "A link begins with https:// or http://.",
    notes: "Notes",
    notesHint:
      "Whoever opens the agenda can read them; they are in no file and not on the page to send.",
    save: "Save",
    open: "Open",
    openIt: (title) => `Open “${title}”`,
    join: "Follow the link",
    menu: (title) => `Actions for “${title}”`,
    grip: (title) => `Move “${title}”: up and down arrows`,
    up: "Move up",
    down: "Move down",
    move: "Move to…",
    double: "Duplicate",
    remove: "Delete",
    over: (count) => `${minutes(count)} too much before`,
    idle: (count) => `${minutes(count)} free before`,
    isFixed: "fixed time",
    isFree: "for the group to choose",
    untitled: "Untitled step",
  },
  move: {
    title: (step) => `Move “${step}”`,
    day: "Day",
    position: "Place",
    first: "At the start",
    last: "At the end",
    after: (step) => `After “${step}”`,
    verb: "Move",
  },
  waiting: "Still to be placed",
  waitingHint: "These steps have no day yet.",
  bricks: {
    take: "Take over the results of a vote",
    vote: "Vote",
    verb: "Take over",
    none: "There is no vote in this workshop yet.",
    allThere: "All that this vote chose is in the agenda already.",
    undecided: "This vote has no result yet: reveal it first.",
    needsNetwork: "The results are on the server: taking them over needs a connection.",
    explain: (free) =>
      free === 0
        ? "No step is free: the chosen bricks will wait under “Still to be placed”."
        : `The chosen bricks will fill, in order, ${counted(free, "free step", "free steps")}; the others will wait under “Still to be placed”.`,
  },
  tools: { undo: "Undo", redo: "Redo", more: "More actions for the agenda" },
  full: {
    days: "An agenda takes 14 days at most.",
    steps: "An agenda takes 400 steps at most.",
  },
  doing: {
    undone: (words) => `Undone: ${words}`,
    redone: (words) => `Done again: ${words}`,
    tooLate: "Somebody has changed this since: it can no longer be undone.",
    nothingToUndo: "There is nothing to undo.",
  },
  did: {
    addedStep: (title) => `“${title}” is added to the agenda.`,
    changedStep: (title) => `“${title}” is changed.`,
    removedStep: (title) => `“${title}” is deleted.`,
    movedStep: (title, from) => `“${title}” is moved, to ${from}.`,
    waits: (title) => `“${title}” waits for a day.`,
    doubledStep: (title) => `“${title}” is duplicated.`,
    addedDay: (title) => `“${title}” is added.`,
    changedDay: (title) => `“${title}” is changed.`,
    removedDay: (title) => `“${title}” is deleted.`,
    movedDay: (title) => `“${title}” is moved.`,
    took: (placed, waiting) =>
      `${counted(placed, "brick took its place", "bricks took their places")}${waiting === 0 ? "" : `, ${counted(waiting, "waits", "wait")} under “Still to be placed”`}.`,
  },
};
