// What the web app asks of the server about the conduct of a workshop.
import type { ConductDeed } from "../generated/ConductDeed";
import type { ConductedView } from "../generated/ConductedView";
import type { ConductView } from "../generated/ConductView";
import { ask } from "./client";

const at = (space: string): string => `/api/spaces/${space}/conduct`;

export const conductOf = (space: string): Promise<ConductView> => ask("GET", at(space));
/** A deed on the clock, decided from a revision: when there is another one meanwhile, nothing is done. */
export const conduct = (space: string, from: number, deed: ConductDeed): Promise<ConductedView> =>
  ask("POST", at(space), { from, deed });
/** Raises one's own hand, or lowers it. */
export const showHand = (space: string, raised: boolean): Promise<ConductView> =>
  ask(raised ? "PUT" : "DELETE", `${at(space)}/hand`);
export const lowerHandOf = (space: string, participant: string): Promise<ConductView> =>
  ask("DELETE", `${at(space)}/hands/${participant}`);
export const lowerHands = (space: string): Promise<ConductView> =>
  ask("DELETE", `${at(space)}/hands`);
/** Asks everybody whether they are ready, from nobody on; or no longer. */
export const askReady = (space: string, asked: boolean): Promise<ConductView> =>
  ask(asked ? "POST" : "DELETE", `${at(space)}/ready-check`);
export const beReady = (space: string, ready: boolean): Promise<ConductView> =>
  ask(ready ? "PUT" : "DELETE", `${at(space)}/ready`);
