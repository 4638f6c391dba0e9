// What the web app asks of the server about an action plan. What is in it goes the way of documents, not this one.
import type { AttachmentView } from "../generated/AttachmentView";
import type { AuthorsView } from "../generated/AuthorsView";
import type { DocumentView } from "../generated/DocumentView";
import type { Template } from "../generated/Template";
import { ask } from "./client";

/** As much as a file beside a plan may hold, as the server says. */
export const FILE_BYTES_MAX = 5 * 1024 * 1024;

/** A plan of another tool: what a file holds, and its name. */
export type Source = { name: string; text: string };
/** A person in charge → a participant's identifier, `new` for somebody to put down here, empty for nobody. */
export type PeopleChosen = Record<string, string>;

/** Somebody whom the file puts in charge of cards. */
export type ImportedPerson = {
  name: string;
  cards: number;
  /** Somebody here with the same first name. */
  participant: string | null;
};

/** What a file holds, and what of it cannot come. */
export type ImportView = {
  /** Which tool it comes from: `trello`, `wekan`, `wekan-csv`, `kanboard`, `deck`, `csv`, `kanban-json`. */
  format: string;
  columns: number;
  cards: number;
  people: ImportedPerson[];
  /** By a word for what it is, such as `attachments`. */
  lost: { what: string; count: number }[];
  /** Whether it is in the plan now; else nothing was changed. */
  applied: boolean;
};

/** The address at which other calendars read the days of a plan; null when there is none. */
export type CalendarView = { url: string | null };

export const createKanban = (
  space: string,
  title: string,
  template: Template,
): Promise<DocumentView> =>
  ask("POST", `/api/spaces/${space}/documents`, { kind: "kanban", title, template });
/** Who is behind each actor that wrote in the plan. */
export const authorsOf = (plan: string): Promise<AuthorsView> =>
  ask("GET", `/api/documents/${plan}/authors`);
/** Keeps a file beside the plan. A card holds its address. */
export const keepFile = (plan: string, file: File): Promise<AttachmentView> =>
  ask("POST", `/api/kanbans/${plan}/attachments?name=${encodeURIComponent(file.name)}`, file);
/** Looks into a file, and changes nothing. */
export const lookIntoFile = (plan: string, source: Source): Promise<ImportView> =>
  ask("POST", `/api/kanbans/${plan}/imports`, { ...source, apply: false });
/** Takes in a file: all of it, or nothing when it fails. */
export const takeInFile = (
  plan: string,
  source: Source,
  people: PeopleChosen,
): Promise<ImportView> =>
  ask("POST", `/api/kanbans/${plan}/imports`, { ...source, people, apply: true });
export const calendarAddress = (plan: string): Promise<CalendarView> =>
  ask("GET", `/api/kanbans/${plan}/calendar`);
/** Makes an address; the one before shows nothing any more. */
export const makeCalendarAddress = (plan: string): Promise<CalendarView> =>
  ask("PUT", `/api/kanbans/${plan}/calendar`);
export const endCalendarAddress = (plan: string): Promise<void> =>
  ask("DELETE", `/api/kanbans/${plan}/calendar`);
