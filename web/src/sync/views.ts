// Reads the views of the server from data of unknown shape.
import type { DocumentView } from "../generated/DocumentView";
import type { PersonView } from "../generated/PersonView";
import type { RoleView } from "../generated/RoleView";
import type { SpaceView } from "../generated/SpaceView";

/** A document as listed. Its kind may be one that only a later server knows: it is listed all the same. */
export type ListedDocument = Omit<DocumentView, "kind"> & { kind: string };
/** A space with whatever documents it has. */
export type Space = Omit<SpaceView, "documents"> & { documents: ListedDocument[] };

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isText(value: unknown): value is string {
  return typeof value === "string";
}

export function readTexts(value: unknown): string[] | null {
  return Array.isArray(value) && value.every(isText) ? value : null;
}

export function readRole(value: unknown): RoleView | null {
  return value === "facilitator" || value === "participant" || value === "reader" ? value : null;
}

/** Reads a space; `null` when it makes no sense. */
export function readSpace(value: unknown): Space | null {
  if (!isRecord(value)) return null;
  const { id, kind, title, language, participant, code, workshop, shared, reminders, chat } = value;
  const role = readRole(value.role);
  const documents = readDocuments(value.documents);
  const people = readPeople(value.people);
  const deletesAt = readMoment(value.deletesAt);
  if (!isText(id) || !isText(title) || !isText(participant)) return null;
  if (kind !== "workshop" && kind !== "structure") return null;
  if (language !== "fr" && language !== "en") return null;
  if (!role || !documents || !people || !isTextOrNull(code)) return null;
  if (deletesAt === undefined || !isTextOrNull(workshop)) return null;
  if (typeof shared !== "boolean" || typeof reminders !== "boolean") return null;
  const self = { id, kind, title, language, role, participant, documents, people, code } as const;
  // A copy that an older page left on this device says nothing of the chat, nor of locks.
  const locked = value.locked === true;
  return { ...self, deletesAt, shared, workshop, reminders, chat: chat !== false, locked };
}

/** Leaves out those it cannot read. */
export function readPeople(value: unknown): PersonView[] | null {
  return Array.isArray(value) ? value.map(readPerson).filter((person) => person !== null) : null;
}

/** Leaves out those it cannot read. */
export function readDocuments(value: unknown): ListedDocument[] | null {
  return Array.isArray(value)
    ? value.map(readDocument).filter((document) => document !== null)
    : null;
}

function readPerson(value: unknown): PersonView | null {
  if (!isRecord(value)) return null;
  const { id, name, structure } = value;
  const role = readRole(value.role);
  const peers = readTexts(value.peers);
  if (!isText(id) || !isText(name) || !isTextOrNull(structure) || !role || !peers) return null;
  return { id, name, structure, role, peers };
}

function readDocument(value: unknown): ListedDocument | null {
  if (!isRecord(value)) return null;
  const { id, kind, title, access, archived } = value;
  const updated = readMoment(value.updated);
  if (!isText(id) || !isText(kind) || !isText(title) || updated === undefined) return null;
  if ((access !== "write" && access !== "read") || typeof archived !== "boolean") return null;
  // A copy that an older page left on this device says nothing of locks.
  return { id, kind, title, access, archived, locked: value.locked === true, updated };
}

/** CBOR integers over 32 bits arrive as bigint. */
function readMoment(value: unknown): number | null | undefined {
  if (value === null || typeof value === "number") return value;
  return typeof value === "bigint" ? Number(value) : undefined;
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || isText(value);
}
