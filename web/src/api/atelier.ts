// What the web app asks of the server, by the names people would use.
import type { AddressView } from "../generated/AddressView";
import type { ChangeDocument } from "../generated/ChangeDocument";
import type { ChangePerson } from "../generated/ChangePerson";
import type { CodeView } from "../generated/CodeView";
import type { CreateDocument } from "../generated/CreateDocument";
import type { CreateWorkshop } from "../generated/CreateWorkshop";
import type { CreatorsView } from "../generated/CreatorsView";
import type { DocumentView } from "../generated/DocumentView";
import type { DoorView } from "../generated/DoorView";
import type { ImportedTextView } from "../generated/ImportedTextView";
import type { JoinSpace } from "../generated/JoinSpace";
import type { JoinedView } from "../generated/JoinedView";
import type { LinkView } from "../generated/LinkView";
import type { LookThroughDoor } from "../generated/LookThroughDoor";
import type { MeView } from "../generated/MeView";
import type { PersonView } from "../generated/PersonView";
import type { RoleView } from "../generated/RoleView";
import type { SpaceView } from "../generated/SpaceView";
import type { WorkshopView } from "../generated/WorkshopView";
import { ask, hostCode } from "./client";

/** Makes a workshop, with the code of the host where one is needed. */
export const createWorkshop = (workshop: CreateWorkshop, code: string): Promise<WorkshopView> =>
  ask("POST", "/api/workshops", workshop, hostCode(code));
/** Who may make workshops and structures here. */
export const creators = (): Promise<CreatorsView> => ask("GET", "/api/creators");
export const lookThroughDoor = (way: LookThroughDoor): Promise<DoorView> =>
  ask("POST", "/api/door", way);
export const join = (who: JoinSpace): Promise<JoinedView> => ask("POST", "/api/join", who);
export const me = (): Promise<MeView> => ask("GET", "/api/me");
export const forgetDevice = (): Promise<void> => ask("DELETE", "/api/me");
export const space = (id: string): Promise<SpaceView> => ask("GET", `/api/spaces/${id}`);
/** Closes a workshop for writing, or opens it again. */
export const lockSpace = (id: string, locked: boolean): Promise<SpaceView> =>
  ask("PATCH", `/api/spaces/${id}`, { locked });

export const renameSpace = (id: string, title: string): Promise<SpaceView> =>
  ask("PATCH", `/api/spaces/${id}`, { title });
export const makeCode = (id: string): Promise<CodeView> => ask("POST", `/api/spaces/${id}/code`);
export const endCode = (id: string): Promise<void> => ask("DELETE", `/api/spaces/${id}/code`);
export const address = (): Promise<AddressView> => ask("GET", "/api/address");
export const makeLink = (id: string, role: RoleView): Promise<LinkView> =>
  ask("POST", `/api/spaces/${id}/links/${role}`);
export const makeReturnLink = (id: string): Promise<LinkView> =>
  ask("POST", `/api/spaces/${id}/return-link`);
export const changePerson = (
  id: string,
  person: string,
  change: ChangePerson,
): Promise<PersonView> => ask("PATCH", `/api/spaces/${id}/people/${person}`, change);
/** `newLinks`: the links and the code of the space change in the same step. */
export const removePerson = (id: string, person: string, newLinks = false): Promise<void> =>
  ask("DELETE", `/api/spaces/${id}/people/${person}${newLinks ? "?newLinks=true" : ""}`);
export const createDocument = (id: string, document: CreateDocument): Promise<DocumentView> =>
  ask("POST", `/api/spaces/${id}/documents`, document);
/**
 * Looks into a text of another tool, or makes a pad of it under a title: all of it, or nothing when it fails. `beside` a pad that is
 * there only its pictures are kept, for whoever adds the text.
 */
export const importText = (
  space: string,
  file: File,
  where: { title?: string; beside?: string } = {},
): Promise<ImportedTextView> => {
  const made: Record<string, string> = where.title === undefined ? {} : { apply: "true" };
  const asked = new URLSearchParams({ name: file.name, ...where, ...made });
  return ask("POST", `/api/spaces/${space}/documents/import?${asked.toString()}`, file);
};
export const changeDocument = (id: string, change: ChangeDocument): Promise<DocumentView> =>
  ask("PATCH", `/api/documents/${id}`, change);
