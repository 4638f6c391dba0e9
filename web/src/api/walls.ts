// What the web app asks of the server about a wall. Notes go this way only: the server puts them into the document.
import type { AnnounceWall } from "../generated/AnnounceWall";
import type { Done } from "../generated/Done";
import type { FulfilmentView } from "../generated/FulfilmentView";
import type { OwnNoteView } from "../generated/OwnNoteView";
import type { WallView } from "../generated/WallView";
import type { WriteNote } from "../generated/WriteNote";
import { ask } from "./client";

export const lookAtWall = (wall: string): Promise<WallView> => ask("GET", `/api/walls/${wall}`);
export const announceWall = (wall: string, rules: AnnounceWall): Promise<WallView> =>
  ask("POST", `/api/walls/${wall}/announce`, rules);
export const revealWall = (wall: string): Promise<WallView> =>
  ask("POST", `/api/walls/${wall}/reveal`);
export const closeWall = (wall: string): Promise<WallView> =>
  ask("POST", `/api/walls/${wall}/close`);
export const endWall = (wall: string): Promise<WallView> => ask("POST", `/api/walls/${wall}/end`);
export const writeNote = (wall: string, note: string, written: WriteNote): Promise<OwnNoteView> =>
  ask("PUT", `/api/walls/${wall}/notes/${note}`, written);
export const takeBackNote = (wall: string, note: string): Promise<void> =>
  ask("DELETE", `/api/walls/${wall}/notes/${note}`);
export const fulfilNote = (
  wall: string,
  note: string,
  fulfilment: FulfilmentView | null,
): Promise<Done> => ask("PUT", `/api/walls/${wall}/notes/${note}/fulfilment`, { fulfilment });
export const acceptNote = (wall: string, note: string): Promise<Done> =>
  ask("POST", `/api/walls/${wall}/notes/${note}/accept`);
export const refuseNote = (wall: string, note: string): Promise<Done> =>
  ask("POST", `/api/walls/${wall}/notes/${note}/refuse`);
