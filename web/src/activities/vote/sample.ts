// Bricks and rounds for tests, with only what a test is about said.
import type { RulesView } from "../../generated/RulesView";
import type { Brick, Round, Vote } from "./contract";

export const brickOf = (id: string, some: Partial<Brick> = {}): Brick => ({
  id,
  title: id,
  about: "",
  minutes: 30,
  category: "organise",
  always: false,
  proposedBy: "",
  rank: id,
  into: "",
  pad: "",
  ...some,
});

export const rulesOf = (some: Partial<RulesView> = {}): RulesView => ({
  dots: 5,
  cap: 0,
  secret: true,
  anonymous: true,
  own: true,
  all: false,
  seconds: 0,
  ...some,
});

/** A revealed round in which each brick has so many dots. */
export const revealed = (
  dots: Record<string, number>,
  some: Partial<Round> = {},
  entered: Record<string, number> = {},
): Round => ({
  id: "r1",
  number: 1,
  state: "revealed",
  rules: rulesOf(),
  choices: Object.keys(dots),
  runOffOf: "",
  closesAt: 0,
  results: { voters: 1, dots, enteredVoters: 0, entered },
  ...some,
});

export const voteOf = (bricks: Brick[], rounds: Round[] = []): Vote => ({
  proposals: false,
  freeMinutes: 0,
  bricks,
  rounds,
});
