// What an action plan is made of as people see it.
import type { Day } from "../../day/day";

/** The colours of columns, labels and covers; each is always shown with a second cue. Empty: none. */
export const colours = [
  "red",
  "orange",
  "yellow",
  "green",
  "blue",
  "violet",
  "brown",
  "grey",
] as const;
export type Colour = (typeof colours)[number] | "";

export type Column = {
  id: string;
  title: string;
  /** Where it stands: by rank, then by id. */
  rank: string;
  colour: Colour;
  /** How many cards it should hold at most; 0: as many as one likes. More is shown, never refused. */
  limit: number;
  /** Whether a card that comes here is done. */
  done: boolean;
  /** When it was put away or thrown away, in milliseconds since 1970; 0: it was not. */
  archived: number;
  deleted: number;
};

/** A line of a card's check-list. */
export type Check = {
  id: string;
  text: string;
  rank: string;
  done: boolean;
  due: Day;
};

export type Comment = {
  id: string;
  /** The participant who wrote it. */
  by: string;
  /** Milliseconds since 1970. */
  at: number;
  /** When it was changed; 0: never. */
  edited: number;
  text: string;
};

/** An address on the web, or a file kept by the server. */
export type Attachment = {
  id: string;
  title: string;
  /** `http:`, `https:` or `mailto:`; for a file an address of this server. */
  url: string;
  /** 0 for an address on the web. */
  bytes: number;
  by: string;
  at: number;
};

export type Card = {
  id: string;
  title: string;
  /** Markdown. */
  description: string;
  /** The column it is in: always one that exists and is not deleted, unless the card is itself deleted. */
  column: string;
  rank: string;
  /** Participants in charge. */
  people: string[];
  /** Identifiers of labels that exist. */
  labels: string[];
  start: Day;
  due: Day;
  done: boolean;
  /** When it was done; 0: it is not. */
  doneAt: number;
  cover: Colour;
  /** Whether it is a model to make other cards from. */
  template: boolean;
  checks: Check[];
  comments: Comment[];
  attachments: Attachment[];
  /** Where it comes from: an address of this server such as `/w/{space}/{document}`, with a title. Empty: nowhere. */
  from: string;
  fromTitle: string;
  created: number;
  createdBy: string;
  /** When anything of it last changed. */
  updated: number;
  archived: number;
  deleted: number;
};

export type Label = {
  id: string;
  title: string;
  colour: Colour;
  rank: string;
};

export type Kanban = {
  /** In their order, archived and deleted ones included. */
  columns: Column[];
  /** In the order of their columns, then of their ranks; archived and deleted ones included. */
  cards: Card[];
  labels: Label[];
};
