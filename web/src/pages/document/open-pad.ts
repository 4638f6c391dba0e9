// Opens a pad: its editor's code and its text, fetched at the same time.
import type { DocHandle, DocumentId } from "@automerge/automerge-repo/slim";
import type { Component } from "svelte";
import type { PadDocument, PadProperties } from "../../activities/pad/contract";
import type { watchSaving } from "../../live/watch-saving.svelte";
import type { Connection } from "../../sync/connection";
import type { Stay } from "../space/stay.svelte";

/** A pad that can be shown. */
export type OpenPad = {
  handle: DocHandle<PadDocument>;
  connection: Connection;
  Pad: Component<PadProperties>;
  watchSaving: typeof watchSaving;
};

/** Rejects when the pad is neither on the server nor on this device. */
export async function openPad(stay: Stay, id: string): Promise<OpenPad> {
  const [connection, { default: Pad }, { watchSaving }] = await Promise.all([
    stay.connection,
    import("../../activities/pad/Pad.svelte"),
    import("../../live/watch-saving.svelte"),
  ]);
  const handle = await connection.find<PadDocument>(id as DocumentId);
  return { handle, connection, Pad, watchSaving };
}
