// Opens an action plan: its code and its document, fetched at the same time.
import type { DocHandle } from "@automerge/automerge-repo/slim";
import type { Component } from "svelte";
import type { KanbanProperties } from "../../activities/kanban/contract";
import type { watchSaving } from "../../live/watch-saving.svelte";
import type { Connection } from "../../sync/connection";
import type { Stay } from "../space/stay.svelte";
import { findDocument } from "./find-document";

/** A plan that can be shown. */
export type OpenKanban = {
  handle: DocHandle<unknown>;
  connection: Connection;
  Kanban: Component<KanbanProperties>;
  watchSaving: typeof watchSaving;
};

/** As a pad is opened: see `findDocument`. Rejects when the code cannot be loaded. */
export async function openKanban(
  stay: Stay,
  id: string,
  onMissing: () => void,
  signal: AbortSignal,
): Promise<OpenKanban | null> {
  const [connection, { default: Kanban }, { watchSaving }] = await Promise.all([
    stay.connection,
    import("../../activities/kanban/Kanban.svelte"),
    import("../../live/watch-saving.svelte"),
  ]);
  const handle = await findDocument<unknown>(connection, id, onMissing, signal);
  return handle && { handle, connection, Kanban, watchSaving };
}
