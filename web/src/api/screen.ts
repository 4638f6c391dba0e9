// What the web app asks of the server about the big screen of a workshop.
import type { LinkView } from "../generated/LinkView";
import type { ScreenKeptView } from "../generated/ScreenKeptView";
import type { ScreenView } from "../generated/ScreenView";
import { ask } from "./client";

const at = (space: string): string => `/api/spaces/${space}/screen`;

/** The screen as its link shows it. */
export const screenShown = (secret: string): Promise<ScreenView> =>
  ask("GET", "/api/screen", undefined, { Authorization: `Bearer ${secret}` });
export const screenOf = (space: string): Promise<ScreenKeptView> => ask("GET", at(space));
/** Makes its link: the one before shows nothing any more. */
export const makeScreen = (space: string): Promise<LinkView> => ask("POST", at(space));
/** Puts the Wi-Fi of the room on it; an empty name takes it away. */
export const showWifi = (space: string, name: string, password: string): Promise<ScreenKeptView> =>
  ask("PUT", at(space), { name, password });
export const endScreen = (space: string): Promise<void> => ask("DELETE", at(space));
