// A wall that is open: as it stands, and what one does to it.
import { OpenDocument } from "../../document/open-document.svelte";
import type { Handle } from "../../sync/connection";
import type { Wall } from "./contract";
import { createReader } from "./document/read";

export type OpenWall = OpenDocument<Wall>;

/** `participant`: who one is here. */
export function openWall(handle: Handle, participant: string): OpenWall {
  return new OpenDocument(handle, participant, { read: createReader(), texts: [] });
}
