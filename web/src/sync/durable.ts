// What the server was last known to have of a document on its disk: kept on this device, so that a page without a network
// can tell saved from unsaved.
import * as Automerge from "@automerge/automerge/slim";
import { decodeHeads, type DocHandle } from "@automerge/automerge-repo/slim";
import type { Connection } from "./connection";
import { keptHere, type KeptHere } from "./kept-here";
import { readTexts } from "./views";

const prefix = "atelier-durable-";

const told = (document: string): KeptHere<Automerge.Heads> =>
  keptHere(prefix + document, readTexts);

/** Without storage the page claims nothing until the server has spoken. */
export function remember(document: string, heads: Automerge.Heads): void {
  told(document).save(heads);
}

export function remembered(document: string): Automerge.Heads | null {
  return told(document).load();
}

export function forget(document: string): void {
  told(document).forget();
}

/** What the server said of it on this connection or, before that, on an earlier one. */
export function lastTold<T>(connection: Connection, handle: DocHandle<T>): Automerge.Heads | null {
  const server = connection.serverStorageId();
  const heard = server === null ? undefined : handle.getSyncInfo(server);
  return heard ? decodeHeads(heard.lastHeads) : remembered(handle.documentId);
}

/** Whether the document holds nothing beyond these heads; those it does not know say nothing about it. */
export function holdsAll<T>(document: Automerge.Doc<T>, heads: Automerge.Heads): boolean {
  const known = heads.filter((head) => Automerge.hasHeads(document, [head]));
  return known.length > 0 && Automerge.getChangesMetaSince(document, known).length === 0;
}

/** Whether this device's copy holds something that the server never said it has. */
export function hasUnsent<T>(connection: Connection, handle: DocHandle<T>): boolean {
  const told = lastTold(connection, handle);
  return told === null || !holdsAll(handle.doc(), told);
}
