// An unmodified automerge-repo client on a device: its Repo, its own WebSocket adapter, the road it uses.
import { type AnyDocumentId, type DocHandle, Repo } from "@automerge/automerge-repo";
import { WebSocketClientAdapter } from "@automerge/automerge-repo-network-websocket";
import { inTime } from "./deadline.ts";
import type { Pad } from "./pad.ts";
import { Road } from "./road.ts";
import type { Server } from "./server.ts";
import type { Visitor } from "./visitor.ts";

/** Milliseconds between two attempts to connect; the adapter's default of 5 s only slows tests. */
const RETRY_MS = 100;

/** A stock client that reaches the server as `visitor`'s browser would. */
export class StockClient {
  private constructor(
    readonly repo: Repo,
    /** Absent for a client with a ticket: its address is good for one connection. */
    private readonly road: Road | undefined,
    private readonly adapter: WebSocketClientAdapter,
  ) {}

  /** Connects with the visitor's cookie, and comes back by itself when the connection is lost. */
  static async connects(server: Server, visitor: Visitor): Promise<StockClient> {
    const road = await Road.open(server, visitor.cookie);
    const adapter = new WebSocketClientAdapter(road.sync, RETRY_MS);
    const client = new StockClient(new Repo({ network: [adapter] }), road, adapter);
    await inTime("the server's greeting", client.repo.networkSubsystem.whenReady());
    return client;
  }

  /** Connects straight to the server with a single-use ticket in the address, and no cookie. */
  static withTicket(server: Server, ticket: string): StockClient {
    const adapter = new WebSocketClientAdapter(`${server.sync}?ticket=${ticket}`);
    return new StockClient(new Repo({ network: [adapter] }), undefined, adapter);
  }

  /** Connects as a program that shows a token in the address, and no cookie; comes back by itself. */
  static async withToken(server: Server, token: string): Promise<StockClient> {
    const road = await Road.open(server, "");
    const adapter = new WebSocketClientAdapter(`${road.sync}?token=${token}`, RETRY_MS);
    return new StockClient(new Repo({ network: [adapter] }), road, adapter);
  }

  /** The pad, once this client holds it. Rejects when the server says that it is unavailable. */
  async opens(document: string): Promise<DocHandle<Pad>> {
    return inTime(`pad ${document}`, this.repo.find<Pad>(document as AnyDocumentId));
  }

  /**
   * Resolves when the server has told this client that every change it holds is on disk: the
   * `remote-heads` of the server's storage are the handle's own.
   */
  async saved(handle: DocHandle<Pad>): Promise<void> {
    const isSaved = (): boolean => {
      const heads = handle.getSyncInfo(this.serverStorage())?.lastHeads;
      return heads !== undefined && heads.join() === handle.heads().join();
    };
    await inTime(
      "the server to have saved",
      new Promise<void>((resolve) => {
        const look = (): void => {
          if (!isSaved()) return;
          handle.off("remote-heads", look);
          resolve();
        };
        handle.on("remote-heads", look);
        look();
      }),
    );
  }

  /** The device loses its network; what it types from here on stays on it. */
  async goesOffline(): Promise<void> {
    await this.road?.cut();
  }

  /** The network is back: the adapter reconnects by itself. */
  async comesBack(): Promise<void> {
    await this.road?.mend();
  }

  private serverStorage() {
    const peer = this.adapter.remotePeerId;
    const storage = peer && this.repo.getStorageIdOfPeer(peer);
    if (!storage) throw new Error("the server named no storage");
    return storage;
  }
}
