// Opens a pad: its editor's code and its text, fetched at the same time.
import type { DocHandle } from "@automerge/automerge-repo/slim";
import type { Component } from "svelte";
import type { PadDocument, PadProperties } from "../../activities/pad/contract";
import type { watchSaving } from "../../live/watch-saving.svelte";
import type { Connection } from "../../sync/connection";
import type { Stay } from "../space/stay.svelte";
import { findDocument } from "./find-document";

/** A pad that can be shown. */
export type OpenPad = {
  handle: DocHandle<PadDocument>;
  connection: Connection;
  Pad: Component<PadProperties>;
  watchSaving: typeof watchSaving;
};

type Code = Pick<OpenPad, "Pad" | "watchSaving">;

/** Fetches the code of the editor; what was fetched once is not fetched again. */
export async function prepareEditor(): Promise<Code> {
  const [{ default: Pad }, { watchSaving }] = await Promise.all([
    import("../../activities/pad/Pad.svelte"),
    import("../../live/watch-saving.svelte"),
  ]);
  return { Pad, watchSaving };
}

/**
 * Opens a pad. `onMissing` is called when neither the server nor this device has it; it is waited for all the same, until
 * `signal` ends the wait and null is the answer. Rejects when the code cannot be loaded.
 */
export async function openPad(
  stay: Stay,
  id: string,
  onMissing: () => void,
  signal: AbortSignal,
): Promise<OpenPad | null> {
  const [connection, code] = await Promise.all([stay.connection, prepareEditor()]);
  const handle = await findDocument<PadDocument>(connection, id, onMissing, signal);
  return handle && { handle, connection, ...code };
}
