// Opens a document: its code and what is in it, fetched at the same time, and whether what one does there is safe.
import type { Component } from "svelte";
import type { ActivityKind } from "../../activities/kind";
import type { Place, Sending } from "../../activities/place";
import { savingOfSent, type Saving } from "../../sync/saving";
import type { WatchedSaving } from "../../sync/watch-saving.svelte";
import type { Connection, Handle } from "../../sync/connection";
import type { Stay } from "../space/stay.svelte";
import { fetchCode } from "./fetch-code";
import { findDocument } from "./find-document";

/** A document that can be shown. */
export type Opened = {
  handle: Handle;
  connection: Connection;
  Body: Component<Place>;
  /** Whether this device holds something the server never said it has. */
  isUnsent: () => boolean;
};

export type Opening = {
  /** Undefined until it is here. */
  readonly opened: Opened | undefined;
  /** `missing`: neither here nor on the server; it is waited for all the same. */
  readonly trouble: "missing" | "not loaded" | undefined;
  readonly saving: Saving;
  /** Takes in whether something is on its way that is not written in the document. */
  onsending: (state: Sending) => void;
  close: () => void;
};

/** Begins at once. `mayWrite`: whether one may write in the document now. */
export function openDocument(
  stay: Stay,
  id: string,
  kind: ActivityKind,
  mayWrite: () => boolean,
): Opening {
  const left = new AbortController();
  let opened = $state.raw<Opened>();
  let trouble = $state<Opening["trouble"]>();
  let watched = $state.raw<WatchedSaving>();
  let sending = $state<Sending>("none");

  async function open(): Promise<void> {
    const [connection, { Body, watchSaving, hasUnsent }] = await Promise.all([
      stay.connection,
      fetchCode(kind),
    ]);
    const handle = await findDocument(connection, id, () => (trouble = "missing"), left.signal);
    if (!handle || left.signal.aborted) return;
    const isUnsent = (): boolean => kind.writer === "people" && hasUnsent(connection, handle);
    opened = { handle, connection, Body, isUnsent };
    if (kind.writer === "server") return;
    watched = watchSaving(connection, handle, {
      isConnected: () => stay.isConnected,
      isStorageFull: () => stay.isStorageFull,
      isRefused: () => stay.losses.has(id),
      access: () => (mayWrite() ? "write" : "read"),
    });
  }

  open().catch(() => (trouble = "not loaded"));

  return {
    get opened() {
      return opened;
    },
    get trouble() {
      return trouble;
    },
    get saving() {
      const { isConnected, network } = stay;
      // Nothing is on its way: what the page shows is what there is to read.
      if (!opened && network === "blocked") return "read-only";
      const written = kind.writer === "people" ? (watched?.state ?? "loading") : "saved";
      // What is sent beside the document waits with what is written in it.
      if (kind.writer === "people" && (sending === "none" || !isSafe(written))) return written;
      return savingOfSent({ isOpen: !!opened, sending, isConnected, mayWrite: mayWrite() });
    },
    onsending: (state) => (sending = state),
    close() {
      left.abort();
      watched?.stop();
    },
  };
}

/** Whether all that is written in a document is on the server. */
function isSafe(written: Saving): boolean {
  return written === "saved" || written === "offline";
}
