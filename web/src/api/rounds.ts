// What the web app asks of the server about a round. Answers go this way only, never into the document.
import type { AnswerView } from "../generated/AnswerView";
import type { AskingMade } from "../generated/AskingMade";
import type { AskingView } from "../generated/AskingView";
import type { ChangeQuestion } from "../generated/ChangeQuestion";
import type { Done } from "../generated/Done";
import type { SpeakersView } from "../generated/SpeakersView";
import type { TurnView } from "../generated/TurnView";
import { ask } from "./client";

export const changeQuestion = (round: string, question: ChangeQuestion): Promise<Done> =>
  ask("PATCH", `/api/rounds/${round}`, question);
export const openAsking = (round: string, name: string): Promise<AskingMade> =>
  ask("POST", `/api/rounds/${round}/askings`, { name });
export const lookAtAsking = (round: string, asking: string): Promise<AskingView> =>
  ask("GET", `/api/rounds/${round}/askings/${asking}`);
export const revealAsking = (round: string, asking: string): Promise<AskingView> =>
  ask("POST", `/api/rounds/${round}/askings/${asking}/reveal`);
export const giveUpAsking = (round: string, asking: string): Promise<void> =>
  ask("DELETE", `/api/rounds/${round}/askings/${asking}`);
export const giveAnswer = (round: string, asking: string, answer: AnswerView): Promise<Done> =>
  ask("PUT", `/api/rounds/${round}/askings/${asking}/answer`, answer);
export const lookAtSpeakers = (round: string): Promise<SpeakersView> =>
  ask("GET", `/api/rounds/${round}/speakers`);
export const changeSpeaker = (
  round: string,
  participant: string,
  turn: TurnView,
): Promise<SpeakersView> => ask("PUT", `/api/rounds/${round}/speakers/${participant}`, { turn });
export const beginTurnAnew = (round: string): Promise<SpeakersView> =>
  ask("DELETE", `/api/rounds/${round}/speakers`);
