// The documents of this device and their connection to the server.
import {
  Repo,
  type DocHandle,
  type DocumentId,
  type PeerId,
  type StorageId,
} from "@automerge/automerge-repo/slim";
import { me } from "../api/atelier";
import { SocketAdapter, type Listener } from "./adapter";
import { Keyboard } from "./hands";
import { KeptDocuments } from "./kept-documents";
import { keptHere } from "./kept-here";
import { ready } from "./wasm";

export { ready };

/** One for the page, however many connections come and go: nobody takes its listeners off. */
const keyboard = new Keyboard(document);

/** A document that is open; what is in it is for its kind to read. */
export type Handle = DocHandle<unknown>;

/** An open connection to a space. */
export type Connection = {
  /** Resolves when documents can be opened: the connection need not wait for that. */
  readonly ready: Promise<void>;
  readonly repo: Repo;
  readonly peerId: PeerId;
  /** How the server's storage is called; unknown until it has been heard of. */
  serverStorageId(): StorageId | null;
  /** Whether documents are kept on this device. */
  readonly keepsDocuments: boolean;
  /** Resolves with the document, from this device or the server; rejects when neither has it. */
  find(id: string): Promise<Handle>;
  /** Resolves with the document once it is here, however long that takes; null when `signal` ends the wait. */
  await(id: string, signal: AbortSignal): Promise<Handle | null>;
  /** Resolves once this device keeps the document as it is now; rejects when it cannot. */
  keep(id: string): Promise<void>;
  /** Erases this device's copy of a document, with what it alone holds. The page has to be loaded again after it. */
  erase(id: string): Promise<void>;
  close(): void;
};

/**
 * Opens the connection and looks at a space, again after every reconnection; it lasts, through every loss of network, until it is
 * closed.
 */
export async function openConnection(
  url: string,
  space: string,
  listener: Listener,
): Promise<Connection> {
  const isReady = ready();
  // Whoever opens a document hears of a failure.
  isReady.catch(() => undefined);
  const storage = await openStorage();
  const adapter = new SocketAdapter(
    url,
    {
      ...listener,
      onState(state) {
        if (state === "open") adapter.sendAny({ type: "atelier-visit", space });
        listener.onState(state);
      },
    },
    {
      openSocket: (address) => new WebSocket(address),
      openPolling: async () => new (await import("./polling")).Polling(),
      hasSession: async () => (await me()).spaces.length > 0,
      random: Math.random,
      hands: keyboard,
      polling: keptHere("atelier-polling-until", (kept) =>
        typeof kept === "number" ? kept : null,
      ),
    },
  );
  let server: StorageId | null = null;
  adapter.on("peer-candidate", ({ peerMetadata }) => (server = peerMetadata.storageId ?? null));
  const repo = new Repo({ network: [adapter], isEphemeral: false, ...(storage && { storage }) });
  const putAway = (): void => void putAwayAll(repo);
  addEventListener("pagehide", putAway);
  return {
    ready: isReady,
    repo,
    peerId: repo.peerId,
    serverStorageId: () => server,
    keepsDocuments: storage !== null,
    find: (id) => repo.find(id as DocumentId),
    await: (id, signal) => awaitDocument(repo, id as DocumentId, signal),
    keep: (id) => repo.flush([id as DocumentId]),
    async erase(id) {
      storage?.refuse(id);
      repo.delete(id as DocumentId);
      await repo.storageSubsystem?.removeDoc(id as DocumentId);
    },
    close() {
      removeEventListener("pagehide", putAway);
      adapter.disconnect();
      putAway();
    },
  };
}

/** A handle waits a minute at a time: a room without a network waits longer. */
async function awaitDocument(
  repo: Repo,
  id: DocumentId,
  signal: AbortSignal,
): Promise<Handle | null> {
  const { handle } = repo.findWithProgress(id);
  while (!signal.aborted) {
    const isHere = await handle.whenReady().then(
      () => true,
      () => false,
    );
    if (isHere) return handle;
  }
  return null;
}

/** Writes to this device what the repo would write a moment later; a page that goes has no later. */
async function putAwayAll(repo: Repo): Promise<void> {
  const open = Object.values(repo.handles).filter((handle) => handle.isReady());
  try {
    await repo.flush(open.map((handle) => handle.documentId));
  } catch (error) {
    console.warn("this device could not keep a document", error);
  }
}

/** Private windows may have no storage: then documents live as long as the page. */
async function openStorage(): Promise<KeptDocuments | null> {
  try {
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.open("atelier-probe");
      request.onsuccess = () => {
        request.result.close();
        resolve();
      };
      request.onerror = () => reject(request.error ?? new Error("no storage"));
    });
    // Without this the browser may erase everything when the disk runs low. It may refuse: nothing to do then.
    if ("storage" in navigator) void navigator.storage.persist();
    return new KeptDocuments("atelier");
  } catch {
    return null;
  }
}
