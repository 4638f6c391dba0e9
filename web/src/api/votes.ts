// What the web app asks of the server about a vote. Ballots go this way only, never into the document.
import type { BallotTaken } from "../generated/BallotTaken";
import type { BrickMade } from "../generated/BrickMade";
import type { CastBallot } from "../generated/CastBallot";
import type { ChangeBrick } from "../generated/ChangeBrick";
import type { ChangeVote } from "../generated/ChangeVote";
import type { CreateBrick } from "../generated/CreateBrick";
import type { Done } from "../generated/Done";
import type { EnterCounts } from "../generated/EnterCounts";
import type { PadsOpened } from "../generated/PadsOpened";
import type { PrepareRound } from "../generated/PrepareRound";
import type { RoundMade } from "../generated/RoundMade";
import type { RoundStateView } from "../generated/RoundStateView";
import type { RoundView } from "../generated/RoundView";
import { ask } from "./client";

/** Dots per brick. */
export type Dots = Record<string, number>;
/** A whole ballot: it replaces the one before. */
export type Ballot = Required<CastBallot>;
/** A step in the life of a round. None can be taken back. */
export type Step = "open" | "close" | "reveal";

export const roundStates: readonly RoundStateView[] = ["draft", "open", "closed", "revealed"];

export const changeVote = (vote: string, change: ChangeVote): Promise<Done> =>
  ask("PATCH", `/api/votes/${vote}`, change);
export const addBrick = (vote: string, brick: CreateBrick): Promise<BrickMade> =>
  ask("POST", `/api/votes/${vote}/bricks`, brick);
export const changeBrick = (vote: string, brick: string, change: ChangeBrick): Promise<Done> =>
  ask("PATCH", `/api/votes/${vote}/bricks/${brick}`, change);
export const removeBrick = (vote: string, brick: string): Promise<void> =>
  ask("DELETE", `/api/votes/${vote}/bricks/${brick}`);
export const prepareRound = (vote: string, asked: PrepareRound): Promise<RoundMade> =>
  ask("POST", `/api/votes/${vote}/rounds`, asked);
export const changeRound = (vote: string, round: string, asked: PrepareRound): Promise<RoundView> =>
  ask("PATCH", `/api/votes/${vote}/rounds/${round}`, asked);
export const removeRound = (vote: string, round: string): Promise<void> =>
  ask("DELETE", `/api/votes/${vote}/rounds/${round}`);
/** `evenFew`: reveal an anonymous round whose few ballots would tell who voted what; that was weighed. */
export const stepRound = (
  vote: string,
  round: string,
  step: Step,
  evenFew = false,
): Promise<RoundView> =>
  ask("POST", `/api/votes/${vote}/rounds/${round}/${step}${evenFew ? "?evenFew=true" : ""}`);
/** Lets somebody vote who came after the round was opened. */
export const letIn = (vote: string, round: string, participant: string): Promise<RoundView> =>
  ask("PUT", `/api/votes/${vote}/rounds/${round}/electors/${participant}`);
export const castBallot = (vote: string, round: string, ballot: Ballot): Promise<BallotTaken> =>
  ask("PUT", `/api/votes/${vote}/rounds/${round}/ballot`, ballot);
export const enterCounts = (vote: string, round: string, counts: EnterCounts): Promise<RoundView> =>
  ask("PUT", `/api/votes/${vote}/rounds/${round}/counts`, counts);
export const lookAtRound = (vote: string, round: string): Promise<RoundView> =>
  ask("GET", `/api/votes/${vote}/rounds/${round}`);
export const openPads = (vote: string, round: string, bricks: string[]): Promise<PadsOpened> =>
  ask("POST", `/api/votes/${vote}/rounds/${round}/pads`, { bricks });
