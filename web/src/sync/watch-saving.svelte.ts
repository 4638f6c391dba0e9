// Follows a document: which of its changes made here has the server on its disk?
import * as Automerge from "@automerge/automerge/slim";
import {
  decodeHeads,
  type DocHandle,
  type DocHandleRemoteHeadsPayload,
} from "@automerge/automerge-repo/slim";
import type { Connection } from "./connection";
import { holdsAll, lastTold, remember } from "./durable";
import { savingOf, type Facts, type Saving } from "./saving";

// Fetched together: whoever watches a document asks at its end whether all of it was sent.
export { hasUnsent } from "./durable";

export type Circumstances = {
  isConnected(): boolean;
  isStorageFull(): boolean;
  isRefused(): boolean;
  access(): Facts["access"];
};

export type WatchedSaving = { readonly state: Saving; stop(): void };

/** Online, a device writes only what the server still does not have this much later; offline it writes at once. */
const KEEP_AFTER_MS = 200;
/** How often the history may be asked whether the server is ahead of us. */
const ASK_EVERY_MS = 500;

/** Watches until stopped. */
export function watchSaving<T>(
  connection: Connection,
  handle: DocHandle<T>,
  circumstances: Circumstances,
): WatchedSaving {
  let durable = lastTold(connection, handle);
  // One value: heads of different moments, shown together, would look like something unsaved.
  let heads = $state.raw<Pick<Facts, "localHeads" | "durableHeads">>({
    localHeads: [],
    durableHeads: durable,
  });
  let kept = $state.raw<readonly string[]>([]);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let keeping: ReturnType<typeof setTimeout> | undefined;
  let isComparing = false;
  let isStopped = false;

  /** The server's heads are told before its changes are in the document: both are looked at once it is up to date. */
  function compareSoon(): void {
    if (isComparing) return;
    isComparing = true;
    queueMicrotask(() => {
      isComparing = false;
      if (!isStopped) compare();
    });
  }

  function compare(): void {
    if (!handle.isReady()) return;
    const localHeads = Automerge.getHeads(handle.doc());
    heads = { localHeads, durableHeads: durable };
    // When the document has all the server's heads, comparing heads tells all there is to know.
    const isNamed = includesAll(durable ?? [], localHeads);
    if (!isNamed) keepSoon();
    if (durable && !isNamed && !Automerge.hasHeads(handle.doc(), durable)) askHistoryLater();
  }

  /** The server is ahead of this document: only the history tells whether it holds what was written here. */
  function askHistoryLater(): void {
    timer ??= setTimeout(() => {
      timer = undefined;
      if (!durable || !handle.isReady() || !holdsAll(handle.doc(), durable)) return;
      durable = [...new Set([...durable, ...Automerge.getHeads(handle.doc())])];
      compare();
    }, ASK_EVERY_MS);
  }

  /** What the server does not have must not be called kept before this device has written it. */
  function keepSoon(): void {
    if (!connection.keepsDocuments) return;
    keeping ??= setTimeout(() => void keep(), circumstances.isConnected() ? KEEP_AFTER_MS : 0);
  }

  async function keep(): Promise<void> {
    const written = Automerge.getHeads(handle.doc());
    try {
      await connection.keep(handle.documentId);
      kept = written;
    } catch (error) {
      console.warn("this device could not keep a document", error);
    } finally {
      keeping = undefined;
    }
    if (!isStopped && !includesAll(written, Automerge.getHeads(handle.doc()))) compare();
  }

  function onRemoteHeads({ storageId, heads: encoded }: DocHandleRemoteHeadsPayload): void {
    if (storageId !== connection.serverStorageId()) return;
    durable = decodeHeads(encoded);
    remember(handle.documentId, durable);
    compareSoon();
  }

  handle.on("change", compareSoon);
  handle.on("remote-heads", onRemoteHeads);
  compare();

  return {
    get state() {
      return savingOf({
        isConnected: circumstances.isConnected(),
        ...heads,
        isKeptHere: includesAll(kept, heads.localHeads),
        isStorageFull: circumstances.isStorageFull(),
        isRefused: circumstances.isRefused(),
        access: circumstances.access(),
      });
    },
    stop() {
      isStopped = true;
      clearTimeout(timer);
      clearTimeout(keeping);
      handle.off("change", compareSoon);
      handle.off("remote-heads", onRemoteHeads);
    },
  };
}

const includesAll = (known: readonly string[], heads: readonly string[]): boolean =>
  heads.every((head) => known.includes(head));
