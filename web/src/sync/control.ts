// The messages of our own that travel beside those of automerge-repo, and how they are read.
import { roundStates } from "../api/votes";
import type { DocumentView } from "../generated/DocumentView";
import type { PersonView } from "../generated/PersonView";
import type { RoleView } from "../generated/RoleView";
import type { RoundStateView } from "../generated/RoundStateView";
import type { SpaceView } from "../generated/SpaceView";
import {
  isRecord,
  isText,
  readDocuments,
  readPeople,
  readRole,
  readSpace,
  readTexts,
} from "./views";

/** What the server tells. `kind` is the `type` of the wire. */
export type Control =
  | { kind: "atelier-space"; space: SpaceView }
  | { kind: "atelier-people"; space: string; changed: PersonView[]; gone: string[] }
  | { kind: "atelier-documents"; space: string; documents: DocumentView[] }
  /** `null`: no longer a member. */
  | { kind: "atelier-role"; space: string; role: RoleView | null }
  | { kind: "atelier-refused"; documentId: string | null; code: RefusalCode }
  | { kind: "atelier-round"; documentId: string; news: RoundNews }
  /** A ballot of one's own was taken, from any of one's devices. */
  | { kind: "atelier-ballot"; documentId: string }
  | { kind: "atelier-storage"; state: "ok" | "full" }
  | { kind: "atelier-alive" };

/** A ballot of a round was taken, or its state changed: whoever shows more than this asks the server again. */
export type RoundNews = { round: string; state: RoundStateView; voted: number; done: number };

const refusalCodes = [
  "read_only",
  "too_large",
  "malformed",
  "forged_author",
  "damaged",
  "unknown_dependencies",
  "busy",
] as const;

/** Why something sent was not accepted. */
export type RefusalCode = (typeof refusalCodes)[number];

/** Whether what was sent will never be accepted; the other refusals settle without anybody's help. */
export function isFinal(code: RefusalCode): boolean {
  return code !== "busy" && code !== "unknown_dependencies";
}

/** Whether a message is one of ours, readable or not. */
export function isControl(message: unknown): boolean {
  return isRecord(message) && isText(message.type) && message.type.startsWith("atelier-");
}

/** Reads a message; `null` when it is not one of ours or makes no sense. Never throws. */
export function readControl(message: unknown): Control | null {
  if (!isRecord(message)) return null;
  switch (message.type) {
    case "atelier-space": {
      const space = readSpace(message.space);
      return space && { kind: "atelier-space", space };
    }
    case "atelier-people":
      return readPeopleMessage(message);
    case "atelier-documents":
      return readDocumentsMessage(message);
    case "atelier-role":
      return readRoleMessage(message);
    case "atelier-refused":
      return readRefusal(message);
    case "atelier-round":
      return readRoundMessage(message);
    case "atelier-ballot": {
      const { documentId } = message;
      return isText(documentId) ? { kind: "atelier-ballot", documentId } : null;
    }
    case "atelier-storage": {
      const { state } = message;
      return state === "ok" || state === "full" ? { kind: "atelier-storage", state } : null;
    }
    case "atelier-alive":
      return { kind: "atelier-alive" };
    default:
      return null;
  }
}

type Fields = Record<string, unknown>;

function readPeopleMessage({ space, changed, gone }: Fields): Control | null {
  const people = readPeople(changed);
  const left = readTexts(gone);
  if (!isText(space) || !people || !left) return null;
  return { kind: "atelier-people", space, changed: people, gone: left };
}

function readDocumentsMessage({ space, documents }: Fields): Control | null {
  const listed = readDocuments(documents);
  return isText(space) && listed ? { kind: "atelier-documents", space, documents: listed } : null;
}

function readRoleMessage({ space, role }: Fields): Control | null {
  const known = readRole(role);
  if (!isText(space) || (role !== null && known === null)) return null;
  return { kind: "atelier-role", space, role: known };
}

function readRoundMessage({ documentId, round, state, voted, done }: Fields): Control | null {
  const known = roundStates.find((word) => word === state);
  if (!isText(documentId) || !isText(round) || !known) return null;
  if (typeof voted !== "number" || typeof done !== "number") return null;
  return { kind: "atelier-round", documentId, news: { round, state: known, voted, done } };
}

function readRefusal({ documentId = null, code }: Fields): Control | null {
  if (!isText(code) || !(documentId === null || isText(documentId))) return null;
  // A reason of a later server is still a refusal: people must hear of it.
  const known = refusalCodes.find((refusal) => refusal === code) ?? "malformed";
  return { kind: "atelier-refused", documentId, code: known };
}
