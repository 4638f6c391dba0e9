// What the web app asks of the server about structures, and about the end of any space.
import type { AskReminders } from "../generated/AskReminders";
import type { CreateStructure } from "../generated/CreateStructure";
import type { LinkView } from "../generated/LinkView";
import type { PersonView } from "../generated/PersonView";
import type { SharedKanbanView } from "../generated/SharedKanbanView";
import type { RemindersView } from "../generated/RemindersView";
import type { SpaceView } from "../generated/SpaceView";
import type { StructureView } from "../generated/StructureView";
import { ask, hostCode } from "./client";

/** The largest archive a server takes in. */
export const ARCHIVE_BYTES_MAX = 64 * 1024 * 1024;

/** Makes a structure, with the code of the host where one is needed. */
export const createStructure = (structure: CreateStructure, code: string): Promise<StructureView> =>
  ask("POST", "/api/structures", structure, hostCode(code));
/** How the kanbans stand of the structures that come from a workshop and share them; for its facilitators. */
export const sharedStructures = (workshop: string): Promise<SharedKanbanView[]> =>
  ask("GET", `/api/spaces/${workshop}/structures`);
/** Where a whole space is found as one file. */
export const archiveAddress = (space: string): string => `/api/spaces/${space}/archive`;
/** Makes a structure from an archive; whoever brings it is a member under this name. */
export const openArchive = (archive: Blob, name: string, code: string): Promise<StructureView> =>
  ask("POST", `/api/structures/archive?name=${encodeURIComponent(name)}`, archive, hostCode(code));
/** Shows a structure to the facilitators of the workshop it comes from, or stops showing it. */
export const shareStructure = (space: string, shared: boolean): Promise<SpaceView> =>
  ask("PATCH", `/api/spaces/${space}`, { shared });
/** Has a space erased in thirty days. The title is typed again: refused with `wrong_title` when it is another one. */
export const endSpace = (space: string, title: string): Promise<SpaceView> =>
  ask("DELETE", `/api/spaces/${space}`, { title });
export const keepSpace = (space: string): Promise<SpaceView> =>
  ask("POST", `/api/spaces/${space}/keep`);
/** Puts down somebody who has not come yet. */
export const expectPerson = (space: string, name: string): Promise<PersonView> =>
  ask("POST", `/api/spaces/${space}/people`, { name });
/** The link by which they come; refused with `already_here` once they did. */
export const expectedLink = (space: string, person: string): Promise<LinkView> =>
  ask("POST", `/api/spaces/${space}/people/${person}/return-link`);
/** Reminders by mail, each for oneself. A new address is asked to confirm; until then none are sent. */
export const reminders = (space: string): Promise<RemindersView> =>
  ask("GET", `/api/spaces/${space}/reminders`);
export const askReminders = (space: string, asked: AskReminders): Promise<RemindersView> =>
  ask("PUT", `/api/spaces/${space}/reminders`, asked);
export const endReminders = (space: string): Promise<RemindersView> =>
  ask("DELETE", `/api/spaces/${space}/reminders`);
