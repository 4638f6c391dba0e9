// The sentences of rounds, in English.
import { counting } from "../../../messages/plural";
import type { roundFr } from "./fr";

const count = counting("en");
const people = (n: number): string => count(n, "person", "people");
const answers = (n: number): string => count(n, "answer", "answers");

const pictures: Readonly<Record<string, string>> = {
  sun: "Sun",
  "cloud-sun": "Sun and cloud",
  cloud: "Cloud",
  rain: "Rain",
  storm: "Storm",
  laugh: "Beaming face",
  smile: "Smile",
  meh: "Neutral face",
  frown: "Frown",
  cross: "Angry face",
  five: "Die: 5",
  four: "Die: 4",
  three: "Die: 3",
  two: "Die: 2",
  one: "Die: 1",
  circle: "Circle",
  square: "Square",
  triangle: "Triangle",
  diamond: "Diamond",
  star: "Star",
};

function ordinal(n: number): string {
  const suffix = { one: "st", two: "nd", few: "rd", other: "th" } as Record<string, string>;
  const rule = new Intl.PluralRules("en", { type: "ordinal" }).select(n);
  return `${String(n)}${suffix[rule] ?? "th"}`;
}

export const roundEn: typeof roundFr = {
  offline:
    "Offline: your answer is kept on this device and will leave when the connection is back. The rest waits.",
  anonymous: {
    promise: "Anonymous: nobody will know who answered what.",
    named: "With names: at the end, everybody sees who answered what.",
    willBe: "The answers will be anonymous. That no longer changes once the question is asked.",
    willBeNamed:
      "The answers will be shown with names. That no longer changes once the question is asked.",
    choice: "Anonymous answers",
    namedChoice: "Answers with names",
    honest:
      "Nobody will know who answered what, and nothing is revealed before there are three answers. While the question is being asked, whoever administers the server could link them; afterwards nobody can.",
  },
  asking: {
    choose: "Times the question was asked",
    numbered: (n) => `${ordinal(n)} time`,
    none: "The question is not being asked yet. Prepare it if need be, then ask it when the group is ready.",
    noneYet:
      "The question is not being asked yet. It will appear here as soon as the facilitators ask it.",
    answered: (n, of) => (of > 0 ? `${answers(n)} from ${people(of)}` : answers(n)),
    revealed: "The answers are revealed.",
  },
  question: {
    untitled: "How are you?",
    button: "Prepare the question",
    title: "Prepare the question",
    text: "Question",
    states: "Possible answers, the best first",
    picture: (n) => `Picture ${String(n)}`,
    label: (n) => `Answer ${String(n)}`,
    add: "Add an answer",
    remove: "Remove the last one",
    takesWords: "One may add a word",
    names: "At the reveal",
    save: "Save",
    pictures,
  },
  ask: {
    button: "Ask the question",
    again: "Ask again",
    title: "Ask everybody the question",
    verb: "Ask",
    name: "Name of this time",
    hint: "For instance Morning, then Evening: the difference between the two will be shown.",
    suggestions: ["Morning", "Evening"],
  },
  answer: {
    legend: "Your answer",
    word: "A word or a sentence",
    optional: "optional",
    send: "Send",
    choose: "Choose an answer first.",
    sent: "Your answer is on its way. You may change it until the reveal.",
    mine: "Your answer:",
    change: "Change my answer",
    keep: "Keep my answer",
    late: "The answers have just been revealed: yours came too late and was not counted.",
  },
  reveal: {
    button: "Reveal the answers",
    title: "Reveal the answers?",
    text: "Everybody will see them at the same time, and nobody will be able to answer any more.",
    missing: (n) =>
      `${answers(n)} more before they can be revealed: with fewer than three, anybody could guess who answered what.`,
    waitingFor: (n) =>
      n === 1 ? "1 person has not answered yet." : `${people(n)} have not answered yet.`,
  },
  giveUp: {
    button: "Give up",
    title: "Give up this question?",
    verb: "Give up",
    text: "The answers given so far will be erased for good, without being shown.",
  },
  result: {
    title: "The answers",
    answers,
    people,
    words: "In a few words",
    difference: (from, to) => `From “${from}” to “${to}”`,
    state: "Answer",
    gap: "Difference",
  },
  turn: {
    title: (n) =>
      n === 0 ? "Turn to speak: everybody has spoken" : `Turn to speak: ${people(n)} to hear`,
    offline: "Offline: the turn to speak waits for the connection.",
    speaks: (name) => `${name} has the floor.`,
    yours: "You have the floor.",
    done: "I have spoken",
    notYet: "I have not spoken yet",
    random: "Draw who speaks",
    anew: "Begin anew",
    give: "Give the floor",
    giveTo: (name) => `Give the floor to ${name}`,
    now: "has the floor",
    hasSpoken: "has spoken",
    waits: "has not spoken yet",
  },
};
