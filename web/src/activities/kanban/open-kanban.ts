// A kanban that is open: as it stands, and what one does to it.
import type { Handle } from "../../sync/connection";
import type { Kanban } from "./contract";
import { OpenDocument } from "../../document/open-document.svelte";
import { createReader } from "./document/read";

export type OpenKanban = OpenDocument<Kanban>;

/** `participant`: who one is here. */
export function openKanban(handle: Handle, participant: string, clock?: () => number): OpenKanban {
  const shape = { read: createReader(), texts: ["description"] };
  return new OpenDocument(handle, participant, shape, clock);
}
