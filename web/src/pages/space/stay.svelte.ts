// Being in a space: what is known of it, kept current by the connection, and a copy for when there is none.
import { space as fetchSpace } from "../../api/atelier";
import { Failure } from "../../api/client";
import type { SpaceView } from "../../generated/SpaceView";
import { createSpaceStore, loadCopy, type SpaceStore } from "../../live/space.svelte";
import type { Connection } from "../../sync/connection";

/** A stay in a space. */
export type Stay = {
  readonly store: SpaceStore;
  /** The connection, once its code has been loaded. */
  readonly connection: Promise<Connection>;
  readonly isConnected: boolean;
  readonly isStorageFull: boolean;
  /** Documents in which something was not accepted, with the reason. */
  readonly refused: ReadonlyMap<string, string>;
  leave(): void;
};

/** Enters a space. Throws a `Failure` when it is not ours to see; offline, the copy of this device is shown. */
export async function enterSpace(id: string, onGone: () => void): Promise<Stay> {
  const store = createSpaceStore(await known(id));
  let isConnected = $state(false);
  let isStorageFull = $state(false);
  let refused = $state<ReadonlyMap<string, string>>(new Map());

  const url = `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/sync`;
  const connection = import("../../sync/connection").then(async ({ openConnection }) => {
    const opened = await openConnection(url, {
      onState: (state) => (isConnected = state === "open"),
      onSessionEnded: onGone,
      onControl: (message) => {
        store.apply(message);
        if (message.kind === "atelier-storage") isStorageFull = message.state === "full";
        if (message.kind === "atelier-role" && message.role === null) onGone();
        if (message.kind === "atelier-refused" && message.documentId !== null) {
          refused = new Map(refused).set(message.documentId, message.code);
        }
      },
    });
    opened.visit(id);
    return opened;
  });

  return {
    store,
    connection,
    get isConnected() {
      return isConnected;
    },
    get isStorageFull() {
      return isStorageFull;
    },
    get refused() {
      return refused;
    },
    leave: () => void connection.then((opened) => opened.close()),
  };
}

async function known(id: string): Promise<SpaceView> {
  try {
    return await fetchSpace(id);
  } catch (error) {
    const copy = loadCopy(id);
    if (copy && error instanceof Failure && error.code === "network") return copy;
    throw error;
  }
}
