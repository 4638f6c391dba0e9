// What a vote is made of as people see it.
import type { Dots } from "../../api/votes";
import type { RoundStateView } from "../../generated/RoundStateView";
import type { RulesView } from "../../generated/RulesView";

/** What a brick is good for, in the order they are shown. */
export const categories = ["organise", "show", "theory"] as const;
export type Category = (typeof categories)[number];

/** Something the group may choose to spend time on. */
export type Brick = {
  id: string;
  title: string;
  about: string;
  minutes: number;
  category: Category;
  /** Whether it is part of the day whatever the vote says. */
  always: boolean;
  /** The participant who proposed it; empty when it came with the vote. */
  proposedBy: string;
  /** Where it stands: by rank, then by id. */
  rank: string;
  /** The brick it was grouped into as a duplicate; empty when it stands alone. */
  into: string;
  /** The pad that was opened for it; empty when there is none. */
  pad: string;
};

/** What came of a round. The dots people cast and those entered for people without a device are counted apart. */
export type Results = {
  voters: number;
  dots: Dots;
  enteredVoters: number;
  entered: Dots;
};

export type Round = {
  id: string;
  /** 1, 2, … */
  number: number;
  state: RoundStateView;
  rules: RulesView;
  /** The bricks one may vote for. */
  choices: string[];
  /** The round whose ties it settles; empty when it is no run-off. */
  runOffOf: string;
  /** When it closes by itself, in milliseconds since 1970; 0 when it does not. */
  closesAt: number;
  results: Results | null;
};

export type Vote = {
  /** Whether participants may propose bricks. */
  proposals: boolean;
  /** Minutes that are free for bricks; 0 when nobody said. */
  freeMinutes: number;
  /** In their order, grouped ones included. */
  bricks: Brick[];
  /** The first one first. */
  rounds: Round[];
};
