// What a round is made of as people see it.

/** What may be drawn beside the word of a state, in the order they are offered. */
export const pictures: readonly string[] = [
  ...["sun", "cloud-sun", "cloud", "rain", "storm"],
  ...["laugh", "smile", "meh", "frown", "cross"],
  ...["five", "four", "three", "two", "one"],
  ...["circle", "square", "triangle", "diamond", "star"],
];
export type Picture = string;

/** Answers there are to choose from. */
export const STATES_MIN = 3;
export const STATES_MAX = 5;
/** Lengths in characters. */
export const QUESTION_CHARS_MAX = 200;
export const LABEL_CHARS_MAX = 40;
export const NAME_CHARS_MAX = 40;
export const WORD_CHARS_MAX = 140;
/** An anonymous asking is never revealed with fewer answers. */
export const ANSWERS_REVEALED_MIN = 3;

/** One of the answers there are to choose from. */
export type State = { picture: Picture; label: string };

export type Question = {
  /** Empty when the title says it. */
  text: string;
  /** The best first. */
  states: State[];
  /** Whether nobody learns who answered what. */
  anonymous: boolean;
  /** Whether one may add a word. */
  words: boolean;
};

/** What came of an asking: how often each state was chosen, and the words, of which nothing says whose they are. */
export type Outcome = { counts: number[]; words: string[] };

/** One time the question was asked. */
export type Asking = {
  id: string;
  /** 1, 2, … */
  number: number;
  /** Such as 'Matin'; may be empty. */
  name: string;
  question: Question;
  /** Null until it is revealed. */
  outcome: Outcome | null;
};

export type Round = {
  /** What is asked next time. */
  question: Question;
  /** The first one first. */
  askings: Asking[];
};
