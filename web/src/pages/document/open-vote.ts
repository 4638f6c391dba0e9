// Opens a vote: its code and its document, fetched at the same time.
import type { DocHandle } from "@automerge/automerge-repo/slim";
import type { Component } from "svelte";
import type { VoteProperties } from "../../activities/vote/contract";
import type { Stay } from "../space/stay.svelte";
import { findDocument } from "./find-document";

/** A vote that can be shown. */
export type OpenVote = { handle: DocHandle<unknown>; Vote: Component<VoteProperties> };

/** As a pad is opened: see `findDocument`. Rejects when the code cannot be loaded. */
export async function openVote(
  stay: Stay,
  id: string,
  onMissing: () => void,
  signal: AbortSignal,
): Promise<OpenVote | null> {
  const [connection, { default: Vote }] = await Promise.all([
    stay.connection,
    import("../../activities/vote/Vote.svelte"),
  ]);
  const handle = await findDocument<unknown>(connection, id, onMissing, signal);
  return handle && { handle, Vote };
}
