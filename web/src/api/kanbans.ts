// What the web app asks of the server about an action plan. What is in it goes the way of documents, not this one.
import type { AttachmentView } from "../generated/AttachmentView";
import type { AuthorsView } from "../generated/AuthorsView";
import type { CalendarView } from "../generated/CalendarView";
import type { ImportFile } from "../generated/ImportFile";
import type { ImportView } from "../generated/ImportView";
import { ask } from "./client";

/** As much as a file beside a kanban may hold, as the server says. */
export const FILE_BYTES_MAX = 5 * 1024 * 1024;

/** Who is behind each actor that wrote in the kanban. */
export const authorsOf = (kanban: string): Promise<AuthorsView> =>
  ask("GET", `/api/documents/${kanban}/authors`);
/** Keeps a file beside the kanban. A card holds its address. */
export const keepFile = (kanban: string, file: File): Promise<AttachmentView> =>
  ask("POST", `/api/kanbans/${kanban}/attachments?name=${encodeURIComponent(file.name)}`, file);
/** Looks into a file of another tool, or takes it in: all of it, or nothing when it fails. */
export const importFile = (kanban: string, file: ImportFile): Promise<ImportView> =>
  ask("POST", `/api/kanbans/${kanban}/imports`, file);
export const calendarAddress = (kanban: string): Promise<CalendarView> =>
  ask("GET", `/api/kanbans/${kanban}/calendar`);
/** Makes an address; the one before shows nothing any more. */
export const makeCalendarAddress = (kanban: string): Promise<CalendarView> =>
  ask("PUT", `/api/kanbans/${kanban}/calendar`);
export const endCalendarAddress = (kanban: string): Promise<void> =>
  ask("DELETE", `/api/kanbans/${kanban}/calendar`);
