// The messages of our own that travel beside those of automerge-repo, and how they are read.
import type { PersonView } from "../generated/PersonView";
import type { RoleView } from "../generated/RoleView";
import {
  isRecord,
  isText,
  readDocuments,
  readPeople,
  readRole,
  readSpace,
  readTexts,
  type ListedDocument,
  type Space,
} from "./views";

/** What the server tells. `kind` is the `type` of the wire. */
export type ControlMessage =
  | { kind: "atelier-space"; space: Space }
  | { kind: "atelier-people"; space: string; changed: PersonView[]; gone: string[] }
  | { kind: "atelier-documents"; space: string; documents: ListedDocument[] }
  /** `null`: no longer a member. */
  | { kind: "atelier-role"; space: string; role: RoleView | null }
  | { kind: "atelier-refused"; documentId: string | null; code: RefusalCode }
  | { kind: "atelier-news"; documentId: string; news: DocumentNews }
  | { kind: "atelier-chat"; space: string; news: ChatNews }
  | { kind: "atelier-conduct"; space: string; news: ConductNews }
  | { kind: "atelier-storage"; state: "ok" | "full" }
  | { kind: "atelier-alive" };

/** What happens to a document besides its changes. What it says besides its type, its kind of document can read. */
export type DocumentNews = Readonly<Record<string, unknown>> & { type: string };

/** What happens where people of a space talk to each other. What it says besides its type, who shows it reads. */
export type ChatNews = DocumentNews;

/** What happens to the conduct of a workshop. What it says besides its type, who shows it reads. */
export type ConductNews = DocumentNews;

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
type RefusalCode = (typeof refusalCodes)[number];

/** Whether a message is one of ours, readable or not. */
export function isControlMessage(message: unknown): boolean {
  return isRecord(message) && isText(message.type) && message.type.startsWith("atelier-");
}

/** Reads a message; `null` when it is not one of ours or makes no sense. Never throws. */
export function readControlMessage(message: unknown): ControlMessage | null {
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
    case "atelier-news":
      return readNews(message);
    case "atelier-chat":
      return readOfSpace("atelier-chat", message);
    case "atelier-conduct":
      return readOfSpace("atelier-conduct", message);
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

function readPeopleMessage({ space, changed, gone }: Fields): ControlMessage | null {
  const people = readPeople(changed);
  const left = readTexts(gone);
  if (!isText(space) || !people || !left) return null;
  return { kind: "atelier-people", space, changed: people, gone: left };
}

function readDocumentsMessage({ space, documents }: Fields): ControlMessage | null {
  const listed = readDocuments(documents);
  return isText(space) && listed ? { kind: "atelier-documents", space, documents: listed } : null;
}

function readRoleMessage({ space, role }: Fields): ControlMessage | null {
  const known = readRole(role);
  if (!isText(space) || (role !== null && known === null)) return null;
  return { kind: "atelier-role", space, role: known };
}

function readNews({ documentId, news }: Fields): ControlMessage | null {
  if (!isText(documentId) || !isNews(news)) return null;
  return { kind: "atelier-news", documentId, news };
}

function readOfSpace(
  kind: "atelier-chat" | "atelier-conduct",
  { space, news }: Fields,
): ControlMessage | null {
  return isText(space) && isNews(news) ? { kind, space, news } : null;
}

function isNews(news: unknown): news is DocumentNews {
  return isRecord(news) && isText(news.type);
}

function readRefusal({ documentId = null, code }: Fields): ControlMessage | null {
  if (!isText(code) || !(documentId === null || isText(documentId))) return null;
  // A reason of a later server is still a refusal: people must hear of it.
  const known = refusalCodes.find((refusal) => refusal === code) ?? "malformed";
  return { kind: "atelier-refused", documentId, code: known };
}
