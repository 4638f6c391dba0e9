// What the web app asks of the server about a vote. Ballots go this way only, never into the document.
import type { DocumentView } from "../generated/DocumentView";
import { ask } from "./client";

/** Dots per brick. */
export type Dots = Record<string, number>;

export const roundStates = ["draft", "open", "closed", "revealed"] as const;
export type RoundState = (typeof roundStates)[number];

/** How a round is held. Fixed once it is open. */
export type Rules = {
  /** Dots per person. */
  dots: number;
  /** Most dots of one person on one brick; 0 when there is no such limit. */
  cap: number;
  /** Whether nothing is shown before the reveal. */
  secret: boolean;
  /** Whether the link between person and ballot is destroyed at the reveal. */
  anonymous: boolean;
  /** Whether one may vote for one's own proposal. */
  own: boolean;
  /** Whether only ballots that use all dots count. */
  all: boolean;
  /** How long it stays open; 0 when there is no limit. */
  seconds: number;
};

export type Ballot = { dots: Dots; done: boolean };

/** What came of a round, or of an open vote so far. */
export type ResultsView = {
  voters: number;
  dots: Dots;
  enteredVoters: number;
  entered: Dots;
  /** Who voted what; null in anonymous rounds. */
  ballots: { participant: string; dots: Dots }[] | null;
};

/** A round as the one who asks may see it. */
export type RoundView = {
  id: string;
  number: number;
  state: RoundState;
  rules: Rules;
  /** When it closes by itself, in milliseconds since 1970. */
  closesAt: number | null;
  voted: number;
  eligible: number;
  /** Who said that they are done; for facilitators, while it is under way. */
  done: string[] | null;
  /** The ballot of the one who asks; null for readers, and once an anonymous round is revealed. */
  mine: (Ballot & { left: number }) | null;
  /** All dots placed so far; null while a secret round is not revealed. */
  total: number | null;
  results: ResultsView | null;
};

export type BrickFields = {
  title: string;
  about: string;
  minutes: number;
  category: "organise" | "show" | "theory";
  always: boolean;
};

/** `into`: the brick it is a duplicate of, empty when it stands alone. `before`: the brick it is put before, empty: last. */
export type BrickChange = Partial<BrickFields & { into: string; before: string }>;

export type RoundPlan = Partial<Rules> & { choices?: string[]; runOffOf?: string };

export const createVote = (
  space: string,
  title: string,
  template: "bricks" | "empty",
): Promise<DocumentView> =>
  ask("POST", `/api/spaces/${space}/documents`, { kind: "vote", title, template });
export const changeVote = (
  vote: string,
  change: { proposals?: boolean; freeMinutes?: number },
): Promise<unknown> => ask("PATCH", `/api/votes/${vote}`, change);
export const addBrick = (vote: string, brick: BrickFields): Promise<{ brick: string }> =>
  ask("POST", `/api/votes/${vote}/bricks`, brick);
export const changeBrick = (vote: string, brick: string, change: BrickChange): Promise<unknown> =>
  ask("PATCH", `/api/votes/${vote}/bricks/${brick}`, change);
export const removeBrick = (vote: string, brick: string): Promise<void> =>
  ask("DELETE", `/api/votes/${vote}/bricks/${brick}`);
export const prepareRound = (vote: string, plan: RoundPlan): Promise<{ round: string }> =>
  ask("POST", `/api/votes/${vote}/rounds`, plan);
export const changeRound = (vote: string, round: string, plan: RoundPlan): Promise<RoundView> =>
  ask("PATCH", `/api/votes/${vote}/rounds/${round}`, plan);
export const removeRound = (vote: string, round: string): Promise<void> =>
  ask("DELETE", `/api/votes/${vote}/rounds/${round}`);
export const stepRound = (
  vote: string,
  round: string,
  step: "open" | "close" | "reveal",
): Promise<RoundView> => ask("POST", `/api/votes/${vote}/rounds/${round}/${step}`);
export const castBallot = (
  vote: string,
  round: string,
  ballot: Ballot,
): Promise<{ left: number; done: boolean }> =>
  ask("PUT", `/api/votes/${vote}/rounds/${round}/ballot`, ballot);
export const enterCounts = (
  vote: string,
  round: string,
  counts: { voters: number; dots: Dots },
): Promise<RoundView> => ask("PUT", `/api/votes/${vote}/rounds/${round}/counts`, counts);
export const lookAtRound = (vote: string, round: string): Promise<RoundView> =>
  ask("GET", `/api/votes/${vote}/rounds/${round}`);
export const openPads = (
  vote: string,
  round: string,
  bricks: string[],
): Promise<{ documents: DocumentView[] }> =>
  ask("POST", `/api/votes/${vote}/rounds/${round}/pads`, { bricks });
