// Being in a space: what is known of it, kept current by the connection, and a copy for when there is none.
import { space as fetchSpace } from "../../api/atelier";
import { Failure } from "../../api/client";
import type { ListedDocument, Space } from "../../sync/views";
import { deletionOf } from "../../api/deletions";
import { Deletions } from "../../live/deletions.svelte";
import { leaveBehind, leftBehind } from "../../live/left-behind";
import { News } from "../../live/news";
import { createSpaceStore, loadCopy, type SpaceStore } from "../../live/space.svelte";
import type { Listener } from "../../sync/adapter";
import type { Connection } from "../../sync/connection";
import type { ChatNews, ConductNews, ControlMessage } from "../../sync/control-message";
import type { Network } from "../../sync/way";
import { lossOf, type Loss } from "../document/loss";

/** A stay in a space. */
export type Stay = {
  readonly store: SpaceStore;
  /** The connection, once documents can be opened in it. */
  readonly connection: Promise<Connection>;
  readonly isConnected: boolean;
  /** What the network lets through, as far as is known. */
  readonly network: Network;
  readonly isStorageFull: boolean;
  /** Documents in which something was not accepted and will not be. */
  readonly losses: ReadonlyMap<string, Loss>;
  /** What the server tells of documents besides their changes. */
  readonly news: News;
  /** Who hears what people of the space say to each other; `null`: what was told meanwhile may be missing. */
  readonly chat: Set<(news: ChatNews | null) => void>;
  /** Who hears of the conduct of the workshop; `null`: what was told meanwhile may be missing. */
  readonly conduct: Set<(news: ConductNews | null) => void>;
  /** Documents that were deleted while this device knew them. */
  readonly deletions: Deletions;
  leave(): void;
};

/** With a copy on this device, a network that does not answer is waited for no longer than this. */
const WAIT_FOR_SERVER_MS = 3_000;

/** Enters a space. Throws a `Failure` when it is not ours to see; offline, the copy of this device is shown. */
export async function enterSpace(id: string, onGone: () => void): Promise<Stay> {
  let store: SpaceStore | undefined;
  /** What the connection tells before it is known what the space is. */
  const early: ControlMessage[] = [];
  let isConnected = $state(false);
  let network = $state<Network>("direct");
  let isStorageFull = $state(false);
  let losses = $state.raw<ReadonlyMap<string, Loss>>(new Map());
  const news = new News();
  const chat: Stay["chat"] = new Set();
  const conduct: Stay["conduct"] = new Set();
  const deletions = new Deletions(deletionOf, (document) => {
    leaveBehind(id, document);
  });

  const listener: Listener = {
    onState: (state) => (isConnected = state === "open"),
    onNetwork: (lets) => (network = lets),
    onSessionEnded: onGone,
    onControl: (message) => {
      if (store) take(store, message);
      else early.push(message);
      if (message.kind === "atelier-storage") isStorageFull = message.state === "full";
      // Told on arrival, and again when more was to be told than could be.
      if (message.kind === "atelier-space") for (const hear of [...chat, ...conduct]) hear(null);
      if (message.kind === "atelier-chat") for (const hear of chat) hear(message.news);
      if (message.kind === "atelier-conduct") for (const hear of conduct) hear(message.news);
      if (message.kind === "atelier-news") news.tell(message.documentId, message.news);
      if (message.kind === "atelier-role" && message.role === null) onGone();
      if (message.kind !== "atelier-refused" || message.documentId === null) return;
      const loss = lossOf(message.code);
      if (loss) losses = new Map(losses).set(message.documentId, loss);
    },
  };
  const take = (into: SpaceStore, message: ControlMessage): void => {
    const { documents } = into.view;
    into.apply(message);
    deletions.compare(documents, into.view.documents);
    const healed = nowWritten(documents, into.view.documents).filter(
      (document) => losses.get(document) === "forbidden",
    );
    if (healed.length > 0)
      losses = new Map([...losses].filter(([document]) => !healed.includes(document)));
  };
  // The connection is on its way while the server is asked.
  const { connection, close } = connect(id, listener);
  const copy = loadCopy(id);
  try {
    store = createSpaceStore(await known(id, copy));
  } catch (error) {
    close();
    throw error;
  }
  deletions.compare([...leftBehind(id), ...(copy?.documents ?? [])], store.view.documents);
  for (const message of early) take(store, message);

  return {
    store,
    connection,
    get isConnected() {
      return isConnected;
    },
    get network() {
      return network;
    },
    get isStorageFull() {
      return isStorageFull;
    },
    get losses() {
      return losses;
    },
    news,
    chat,
    conduct,
    deletions,
    leave: close,
  };
}

/** The documents one may write in, and might not before. */
function nowWritten(
  before: readonly ListedDocument[],
  after: readonly ListedDocument[],
): readonly string[] {
  const read = new Set(before.filter(({ access }) => access === "read").map(({ id }) => id));
  return after.filter(({ id, access }) => access === "write" && read.has(id)).map(({ id }) => id);
}

/** Connects at once; `connection` resolves when documents can be opened too. */
function connect(
  space: string,
  listener: Listener,
): { connection: Promise<Connection>; close: () => void } {
  const opening = import("../../sync/connection").then(({ openConnection }) =>
    openConnection(socketAddress(), space, listener),
  );
  const connection = opening.then(async (opened) => {
    await opened.ready;
    return opened;
  });
  // Whoever opens a document hears of a failure; a page that only lists them can do without.
  connection.catch(() => undefined);
  const close = (): void =>
    void opening.then(
      (opened) => opened.close(),
      () => undefined,
    );
  return { connection, close };
}

function socketAddress(): string {
  return `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/sync`;
}

async function known(id: string, copy: Space | null): Promise<Space> {
  if (!copy) return fetchSpace(id);
  const late = new Promise<Space>((resolve) => {
    setTimeout(() => {
      resolve(copy);
    }, WAIT_FOR_SERVER_MS);
  });
  const asked = fetchSpace(id).catch((error: unknown) => {
    if (error instanceof Failure && error.code === "network") return copy;
    throw error;
  });
  return Promise.race([asked, late]);
}
