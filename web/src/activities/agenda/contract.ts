// What an agenda is made of. `crdt/src/agenda/shape.rs` says the same.

export const STEP_KINDS = [
  "welcome",
  "round",
  "input",
  "practice",
  "break",
  "documentation",
  "closing",
] as const;

/** What is done in a step. */
export type StepKind = (typeof STEP_KINDS)[number];

export type Step = {
  id: string;
  title: string;
  /** How long it takes. */
  minutes: number;
  kind: StepKind;
  rank: string;
  /** When it begins whatever comes before it, in minutes since midnight; null: when what comes before it ends. */
  fixed: number | null;
  /** Whether it is kept free for what the group chooses. */
  free: boolean;
  /** The id of the document it opens; empty for none. */
  document: string;
  /** The address it opens; empty for none. */
  link: string;
  /** The content brick it is about; empty for none. */
  brick: string;
  /** What facilitators note for themselves. */
  notes: string;
};

/** A day, or a half-day: what is done in a row. */
export type Day = {
  id: string;
  title: string;
  /** `YYYY-MM-DD`; empty while nobody knows. */
  date: string;
  /** When its first step begins, in minutes since midnight. */
  start: number;
  rank: string;
  /** In their order. */
  steps: readonly Step[];
};

export type Agenda = {
  /** In their order. */
  days: readonly Day[];
  /** Steps for which no day has been found yet, in their order. */
  waiting: readonly Step[];
};
