// What a wall is made of as people see it.

/** Lengths in characters. */
export const NOTE_CHARS_MAX = 280;
export const TITLE_CHARS_MAX = 120;
/** What a brick of a vote is called, and what it is about. */
export const BRICK_TITLE_CHARS_MAX = 200;
export const BRICK_ABOUT_CHARS_MAX = 1_000;
/** Columns and groups one may add. */
export const COLUMNS_MAX = 12;
export const GROUPS_MAX = 200;

/** Where a wall is in its life; it never goes back. */
export const states = ["preparing", "hidden", "shown", "closing", "ended"] as const;
export type WallState = (typeof states)[number];

/** What holds for every note, announced before the first is written. */
export type Rules = { named: boolean; hidden: boolean; moderated: boolean };

/** How many expectations were met at the end. */
export type Outcome = { met: number; partly: number; unmet: number };

export type Column = { id: string; title: string; rank: string };

export type Group = {
  id: string;
  /** May be empty. */
  title: string;
  column: string;
  rank: string;
  /** The address of the vote in which it is a brick; empty for none. */
  brick: string;
};

/** A note that everybody sees. */
export type Note = {
  id: string;
  text: string;
  /** Who wrote it; empty on a wall without names. */
  by: string;
  /** That of its group, when it has one. */
  column: string;
  /** Empty when it stands alone. */
  group: string;
  rank: string;
  /** The address of the vote in which it is a brick; empty for none. */
  brick: string;
};

export type Wall = {
  state: WallState;
  rules: Rules;
  /** At least one, in their order. */
  columns: Column[];
  /** Those with a note in them, in the order of columns and ranks. */
  groups: Group[];
  /** Each in one place. */
  notes: Note[];
  /** Null when it was not asked, or too few answered for it to stay unknown who. */
  outcome: Outcome | null;
};

/** What stands in a column, in its order. */
export type Item = { id: string; rank: string } & (
  { kind: "note"; note: Note } | { kind: "group"; group: Group; notes: Note[] }
);
