// Follows a document: which of its changes made here has the server on its disk?
import * as Automerge from '@automerge/automerge/slim';
import {
  decodeHeads,
  type DocHandle,
  type DocHandleChangePayload,
  type DocHandleRemoteHeadsPayload,
} from '@automerge/automerge-repo/slim';
import type { Connection } from '../sync/connection';
import { savingOf, type Facts, type Saving } from './saving';

export type Circumstances = {
  isConnected(): boolean;
  isStorageFull(): boolean;
  isRefused(): boolean;
  access(): Facts['access'];
};

export type WatchedSaving = { readonly state: Saving; stop(): void };

/** How often the history may be asked whether the server is ahead of us. */
const ASK_EVERY_MS = 400;

/** Watches until stopped. */
export function watchSaving<T>(
  connection: Connection,
  handle: DocHandle<T>,
  circumstances: Circumstances,
): WatchedSaving {
  let isDurable = $state(false);
  let durable: Automerge.Heads = toldBefore(connection, handle) ?? remembered(handle.documentId);
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Equal heads are common and cheap; otherwise the history tells whether the server has ours. */
  function compare(): void {
    const local = Automerge.getHeads(handle.doc());
    if (sameHeads(local, durable)) isDurable = true;
    else if (!isDurable || local.length > 0) askLater();
  }

  function askLater(): void {
    isDurable = false;
    timer ??= setTimeout(() => {
      timer = undefined;
      isDurable = holdsAll(handle.doc(), durable);
    }, ASK_EVERY_MS);
  }

  function onChange(payload: DocHandleChangePayload<T>): void {
    // What others wrote was on the server's disk before it came here.
    if (payload.patchInfo.source === 'change') compare();
  }

  function onRemoteHeads({ storageId, heads }: DocHandleRemoteHeadsPayload): void {
    if (storageId !== connection.serverStorageId()) return;
    durable = decodeHeads(heads);
    remember(handle.documentId, durable);
    compare();
  }

  handle.on('change', onChange);
  handle.on('remote-heads', onRemoteHeads);
  compare();

  return {
    get state() {
      return savingOf({
        isConnected: circumstances.isConnected(),
        isDurable,
        hasUnsaved: !isDurable,
        isStorageFull: circumstances.isStorageFull(),
        isRefused: circumstances.isRefused(),
        access: circumstances.access(),
      });
    },
    stop() {
      clearTimeout(timer);
      handle.off('change', onChange);
      handle.off('remote-heads', onRemoteHeads);
    },
  };
}

/** What the server said while the document was being opened. */
function toldBefore<T>(connection: Connection, handle: DocHandle<T>): Automerge.Heads | null {
  const server = connection.serverStorageId();
  const told = server === null ? undefined : handle.getSyncInfo(server);
  return told ? decodeHeads(told.lastHeads) : null;
}

const prefix = 'atelier-durable-';

/** What the server was last known to have on disk: without it, an offline page could not tell saved from unsaved. */
function remember(document: string, heads: Automerge.Heads): void {
  try {
    localStorage.setItem(prefix + document, JSON.stringify(heads));
  } catch {
    // Without storage the page claims nothing until the server has spoken.
  }
}

function remembered(document: string): Automerge.Heads {
  try {
    return JSON.parse(localStorage.getItem(prefix + document) ?? '[]') as Automerge.Heads;
  } catch {
    return [];
  }
}

function sameHeads(a: Automerge.Heads, b: Automerge.Heads): boolean {
  return a.length === b.length && a.every((head) => b.includes(head));
}

/** Whether nothing in the document is missing from a history with these heads. */
function holdsAll<T>(document: Automerge.Doc<T>, heads: Automerge.Heads): boolean {
  try {
    return heads.length > 0 && Automerge.getChangesMetaSince(document, heads).length === 0;
  } catch {
    // The server is ahead: it names changes that have not arrived yet, and will be asked about again when they have.
    return false;
  }
}
