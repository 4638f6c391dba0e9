// The connection to the server: the automerge-repo protocol with what browsers in bad networks need.
import {
  NetworkAdapter,
  cbor,
  type Message,
  type PeerId,
  type PeerMetadata,
} from "@automerge/automerge-repo/slim";
import { pause } from "./backoff";
import { type ControlMessage, isControlMessage, readControlMessage } from "./control-message";
import { Gatherer } from "./gatherer";
import type { Hands } from "./hands";
import type { KeptHere } from "./kept-here";
import { joinMessages } from "./join-messages";
import { attributed } from "./speaker";
import { isRecord } from "./views";
import { Way, type Network } from "./way";

export type ConnectionState = "connecting" | "open" | "closed";

export type Listener = {
  onControl(message: ControlMessage): void;
  onState(state: ConnectionState): void;
  /** What the network lets through, as far as is known. */
  onNetwork(network: Network): void;
  /** The server does not know this device any more: it has to come in again. */
  onSessionEnded(): void;
};

/** What the adapter needs of a socket. */
export type Wire = Pick<WebSocket, "readyState" | "binaryType" | "close"> &
  EventTarget & { send(message: Uint8Array<ArrayBuffer>): void };

/** What the adapter takes from the world; tests bring their own. */
export type World = {
  openSocket(url: string): Wire;
  /** The same by plain requests; rejects when its code cannot be fetched. */
  openPolling(): Promise<Wire>;
  /** Whether the server still knows this device; rejects when it cannot be reached. */
  hasSession(): Promise<boolean>;
  random(): number;
  hands: Hands;
  /** Until when plain requests are tried first. */
  polling: KeptHere<number>;
};

/** The server breaks its silence every 15 s: after this long the connection is dead. */
const SILENCE_MS_MAX = 25_000;
/** A socket that was not greeted by then may be one that the network swallows. */
const GREETING_MS_MAX = 4_000;
/** After this long, or a first attempt that failed, opening a document no longer waits for the server. */
const WAIT_FOR_SERVER_MS = 10_000;
/** Only a connection that lasted this long makes the next pause short again. */
const LASTING_MS = 5_000;
const SESSION_ENDED = 4401;
const ABUSE = 4400;
/** What our server closes a connection with; a network in between has no such reasons. */
const OURS: readonly number[] = [1001, 1013, ABUSE, SESSION_ENDED];
/** The attempt from which pauses are as long as they get. */
const LONG_PAUSE = 5;

type Incoming = { type?: string; senderId?: PeerId; peerMetadata?: PeerMetadata };

export class SocketAdapter extends NetworkAdapter {
  #socket: Wire | undefined;
  readonly #way: Way;
  #isFetching = false;
  #remote: PeerId | undefined;
  #attempt = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #watchdog: ReturnType<typeof setTimeout> | undefined;
  #lasting: ReturnType<typeof setTimeout> | undefined;
  #greeting: ReturnType<typeof setTimeout> | undefined;
  readonly #gatherer: Gatherer;
  #stopped = false;
  #isReady = false;
  #markReady: () => void = () => undefined;
  readonly #ready = new Promise<void>((resolve) => {
    this.#markReady = () => {
      this.#isReady = true;
      resolve();
    };
  });

  constructor(
    readonly url: string,
    readonly listener: Listener,
    readonly world: World,
  ) {
    super();
    this.#way = new Way(world.polling);
    const takeIn = (message: Message): boolean => this.emit("message", message);
    this.#gatherer = new Gatherer(takeIn, joinMessages, world.hands);
  }

  isReady(): boolean {
    return this.#isReady;
  }

  whenReady(): Promise<void> {
    return this.#ready;
  }

  connect(peerId: PeerId, peerMetadata: PeerMetadata = {}): void {
    if (this.#stopped) return;
    this.peerId = peerId;
    this.peerMetadata = peerMetadata;
    setTimeout(this.#markReady, navigator.onLine ? WAIT_FOR_SERVER_MS : 0);
    addEventListener("online", this.#moved);
    addEventListener("offline", this.#giveUp);
    document.addEventListener("visibilitychange", this.#hurryWhenSeen);
    this.#open();
  }

  /** Sends if the socket is open; the sync protocol catches up on whatever is not sent. */
  send(message: Message): void {
    // automerge-repo passes every ephemeral message it hears on to all its peers: the server has it already.
    const isEcho = message.type === "ephemeral" && message.senderId !== this.peerId;
    if (!isEcho) this.sendAny(message);
  }

  /** Sends one of our own messages. False when the socket is not open. */
  sendAny(message: object): boolean {
    if (this.#socket?.readyState !== WebSocket.OPEN) return false;
    this.#socket.send(new Uint8Array(cbor.encode(message)));
    return true;
  }

  disconnect(): void {
    this.#stopped = true;
    clearTimeout(this.#retry);
    removeEventListener("online", this.#moved);
    removeEventListener("offline", this.#giveUp);
    document.removeEventListener("visibilitychange", this.#hurryWhenSeen);
    const socket = this.#socket;
    this.#ended();
    socket?.close();
  }

  /** Gives up what is under way and tries now. */
  readonly #hurry = (): void => {
    if (this.#isSettled()) return;
    clearTimeout(this.#retry);
    this.#open();
  };

  readonly #moved = (): void => {
    if (!this.#socket) this.#way.moved();
    this.#hurry();
  };

  readonly #hurryWhenSeen = (): void => {
    if (document.visibilityState === "visible") this.#hurry();
  };

  #open(): void {
    this.listener.onState("connecting");
    if (this.#way.isDirect) this.#use(this.world.openSocket(this.url));
    else void this.#openPolling();
  }

  async #openPolling(): Promise<void> {
    this.#isFetching = true;
    const polling = await this.world.openPolling().catch(() => null);
    this.#isFetching = false;
    if (polling === null) void this.#closed(0);
    else if (this.#stopped) polling.close();
    else this.#use(polling);
  }

  #use(socket: Wire): void {
    this.#socket = socket;
    socket.binaryType = "arraybuffer";
    // A network that swallows everything leaves a socket connecting for minutes.
    this.#heard();
    this.#greeting = setTimeout(() => void this.#doubt(socket), GREETING_MS_MAX);
    socket.addEventListener("open", () => {
      if (socket !== this.#socket) return;
      this.#heard();
      this.sendAny({
        type: "join",
        senderId: this.peerId,
        peerMetadata: { ...this.peerMetadata, atelier: 1, bundles: 1 },
        supportedProtocolVersions: ["1"],
      });
    });
    socket.addEventListener("message", (event) => {
      if (socket === this.#socket) this.#receive((event as MessageEvent<ArrayBuffer>).data);
    });
    socket.addEventListener("close", (event) => {
      if (socket === this.#socket) void this.#closed((event as CloseEvent).code);
    });
  }

  /** Gives up a socket that is not greeted while a request made after it is answered: the network is not just slow. */
  async #doubt(socket: Wire): Promise<void> {
    const isThere = await this.#isKnown();
    if (isThere !== null && socket === this.#socket && this.#remote === undefined) this.#giveUp();
  }

  /** Whether the server knows this device; null when it cannot be reached. */
  #isKnown(): Promise<boolean | null> {
    return this.world.hasSession().catch(() => null);
  }

  #receive(bytes: ArrayBuffer): void {
    this.#heard();
    const message = decode(bytes);
    if (message === null) return;
    if (message.type === "peer" && message.senderId)
      this.#greeted(message.senderId, message.peerMetadata ?? {});
    else if (isControlMessage(message)) this.#control(message);
    else if (message.type !== "error") this.#hear(message as Message);
  }

  #hear(message: Message): void {
    const heard = attributed(message);
    if (heard) this.#gatherer.hear(heard);
  }

  #control(message: object): void {
    const control = readControlMessage(message);
    if (control) this.listener.onControl(control);
  }

  #greeted(server: PeerId, peerMetadata: PeerMetadata): void {
    clearTimeout(this.#greeting);
    this.#lasting = setTimeout(() => (this.#attempt = 0), LASTING_MS);
    this.#remote = server;
    this.#markReady();
    this.listener.onNetwork(this.#way.opened());
    this.listener.onState("open");
    this.emit("peer-candidate", { peerId: server, peerMetadata });
  }

  #isSettled(): boolean {
    return this.#stopped || this.#socket !== undefined || this.#isFetching;
  }

  async #closed(code: number): Promise<void> {
    const wasGreeted = this.#remote !== undefined;
    this.#ended();
    if (this.#stopped) return;
    // A refused upgrade looks like a dead network to scripts: the server is asked in a way that can answer.
    const isKnown = code !== SESSION_ENDED && (wasGreeted || (await this.#isKnown()));
    // While the server was asked, the page may have left, or the network come back.
    if (this.#isSettled()) return;
    if (isKnown === false) {
      this.#end();
      return;
    }
    // There may be another way: documents wait for it.
    if (isKnown && !wasGreeted && !OURS.includes(code)) this.#refused();
    else this.#markReady();
    if (code === ABUSE) this.#attempt = Math.max(this.#attempt, LONG_PAUSE);
    this.#retry = setTimeout(this.#hurry, pause(this.#attempt++, this.world.random()));
  }

  #refused(): void {
    if (this.#way.refused() !== "blocked") return;
    this.#markReady();
    this.listener.onNetwork("blocked");
  }

  #end(): void {
    this.#markReady();
    this.disconnect();
    this.listener.onSessionEnded();
  }

  #ended(): void {
    clearTimeout(this.#watchdog);
    clearTimeout(this.#lasting);
    clearTimeout(this.#greeting);
    this.#socket = undefined;
    this.#gatherer.finish();
    this.listener.onState("closed");
    const peerId = this.#remote;
    this.#remote = undefined;
    // What was taken in last is from a peer that is still there.
    if (peerId) this.world.hands.whenDone(() => this.emit("peer-disconnected", { peerId }));
  }

  /** A browser cannot see a half-open socket; it can notice silence. */
  #heard(): void {
    clearTimeout(this.#watchdog);
    this.#watchdog = setTimeout(this.#giveUp, SILENCE_MS_MAX);
  }

  /** Takes the connection for dead; a device that has just lost its network knows it at once. */
  readonly #giveUp = (): void => {
    const socket = this.#socket;
    if (!socket) return;
    socket.close();
    void this.#closed(0);
  };
}

/** A message of the protocol or of ours; `null` for what can mean nothing to either. */
function decode(bytes: ArrayBuffer): Incoming | null {
  try {
    const message: unknown = cbor.decode(new Uint8Array(bytes));
    return isRecord(message) ? message : null;
  } catch {
    return null;
  }
}
