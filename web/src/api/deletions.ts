// What the web app asks of the server about deleting for good, and about what a space holds.
import type { DeletionView } from "../generated/DeletionView";
import type { UsageView } from "../generated/UsageView";
import { ask } from "./client";

/** Deletes a document that was put away, with all that belongs to it. */
export const deleteDocument = (document: string): Promise<void> =>
  ask("DELETE", `/api/documents/${document}`);
/** By whom a document was deleted; refused with `not_found` when it was not. */
export const deletionOf = (document: string): Promise<DeletionView> =>
  ask("GET", `/api/documents/${document}/deletion`);
/** Where a file is that the server keeps. */
export const fileAddress = (file: string): string => `/api/attachments/${file}`;
/** Whether an address is that of such a file. */
export const isFileAddress = (address: string): boolean => address.startsWith(fileAddress(""));
/** Deletes a file, by its address. */
export const deleteFile = (address: string): Promise<void> => ask("DELETE", address);
export const usageOf = (space: string): Promise<UsageView> =>
  ask("GET", `/api/spaces/${space}/usage`);
