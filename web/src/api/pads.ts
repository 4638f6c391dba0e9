// What the web app asks of the server about the past of a pad, and about who wrote it. What is in it goes the way of documents.
import type { AuthorsView } from "../generated/AuthorsView";
import type { GiveStar } from "../generated/GiveStar";
import type { HistoryView } from "../generated/HistoryView";
import type { StarView } from "../generated/StarView";
import type { StarsView } from "../generated/StarsView";
import type { VersionView } from "../generated/VersionView";
import { ask } from "./client";

/** Which version: at these heads, or after so many steps; the last one when neither is said. */
export type Which = { at?: readonly string[]; step?: number };

/** A version, compared with the one at the heads `since`. */
export function versionOf(
  pad: string,
  which: Which,
  since: readonly string[] | null,
): Promise<VersionView> {
  const wanted = new URLSearchParams();
  if (which.at) wanted.set("at", which.at.join(","));
  else if (which.step !== undefined) wanted.set("step", String(which.step));
  if (since) wanted.set("since", since.join(","));
  return ask("GET", `/api/pads/${pad}/version?${wanted.toString()}`);
}

/** When people wrote: the latest page, or the one before so many steps. */
export const historyOf = (pad: string, before?: number): Promise<HistoryView> =>
  ask(
    "GET",
    `/api/documents/${pad}/history${before === undefined ? "" : `?before=${String(before)}`}`,
  );
export const starsOf = (pad: string): Promise<StarsView> =>
  ask("GET", `/api/documents/${pad}/stars`);
/** Gives a version a star; the pad as the server has it when no heads are said. */
export const giveStar = (pad: string, star: GiveStar): Promise<StarView> =>
  ask("POST", `/api/documents/${pad}/stars`, star);
export const labelStar = (pad: string, star: string, label: string): Promise<void> =>
  ask("PATCH", `/api/documents/${pad}/stars/${star}`, { label });
export const takeStar = (pad: string, star: string): Promise<void> =>
  ask("DELETE", `/api/documents/${pad}/stars/${star}`);
/** Whose these actors are, at most a hundred. */
export const authorsAmong = (pad: string, actors: readonly string[]): Promise<AuthorsView> =>
  ask("GET", `/api/documents/${pad}/authors?actors=${actors.join(",")}`);
