// The socket to the server: the automerge-repo protocol with what browsers in bad networks need.
import {
  NetworkAdapter,
  cbor,
  type Message,
  type PeerId,
  type PeerMetadata,
} from "@automerge/automerge-repo/slim";
import { pause } from "./backoff";
import { type Control, isControl, readControl } from "./control";
import { Gatherer } from "./gatherer";
import type { Hands } from "./hands";
import { joinMessages } from "./join-messages";
import { isRecord } from "./views";

export type ConnectionState = "connecting" | "open" | "closed";

export type Listener = {
  onControl(message: Control): void;
  onState(state: ConnectionState): void;
  /** The server does not know this device any more: it has to come in again. */
  onSessionEnded(): void;
};

/** What the adapter takes from the world; tests bring their own. */
export type World = {
  openSocket(url: string): WebSocket;
  /** Whether the server still knows this device; rejects when it cannot be reached. */
  hasSession(): Promise<boolean>;
  random(): number;
  hands: Hands;
};

/** The server breaks its silence every 15 s: after this long the connection is dead. */
const SILENCE_MS_MAX = 25_000;
/** After this long, or a first attempt that failed, opening a document no longer waits for the server. */
const WAIT_FOR_SERVER_MS = 10_000;
/** Only a connection that lasted this long makes the next pause short again. */
const LASTING_MS = 5_000;
const SESSION_ENDED = 4401;
const ABUSE = 4400;
/** The attempt from which pauses are as long as they get. */
const LONG_PAUSE = 5;

type Incoming = { type?: string; senderId?: PeerId; peerMetadata?: PeerMetadata };

export class SocketAdapter extends NetworkAdapter {
  #socket: WebSocket | undefined;
  #remote: PeerId | undefined;
  #attempt = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #watchdog: ReturnType<typeof setTimeout> | undefined;
  #lasting: ReturnType<typeof setTimeout> | undefined;
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
    addEventListener("online", this.#hurry);
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
    removeEventListener("online", this.#hurry);
    removeEventListener("offline", this.#giveUp);
    document.removeEventListener("visibilitychange", this.#hurryWhenSeen);
    const socket = this.#socket;
    this.#ended();
    socket?.close();
  }

  /** Gives up what is under way and tries now. */
  readonly #hurry = (): void => {
    if (this.#stopped || this.#socket) return;
    clearTimeout(this.#retry);
    this.#open();
  };

  readonly #hurryWhenSeen = (): void => {
    if (document.visibilityState === "visible") this.#hurry();
  };

  #open(): void {
    this.listener.onState("connecting");
    const socket = this.world.openSocket(this.url);
    this.#socket = socket;
    socket.binaryType = "arraybuffer";
    let wasOpen = false;
    // A network that swallows everything leaves a socket connecting for minutes.
    this.#heard();
    socket.addEventListener("open", () => {
      if (socket !== this.#socket) return;
      wasOpen = true;
      this.#heard();
      this.sendAny({
        type: "join",
        senderId: this.peerId,
        peerMetadata: { ...this.peerMetadata, atelier: 1, bundles: 1 },
        supportedProtocolVersions: ["1"],
      });
    });
    socket.addEventListener("message", (event: MessageEvent<ArrayBuffer>) => {
      if (socket === this.#socket) this.#receive(event.data);
    });
    socket.addEventListener("close", (event) => {
      if (socket === this.#socket) void this.#closed(event.code, wasOpen);
    });
  }

  #receive(bytes: ArrayBuffer): void {
    this.#heard();
    const message = decode(bytes);
    if (message === null) return;
    if (message.type === "peer" && message.senderId)
      this.#greeted(message.senderId, message.peerMetadata ?? {});
    else if (isControl(message)) this.#control(message);
    else if (message.type !== "error") this.#gatherer.hear(message as Message);
  }

  #control(message: object): void {
    const control = readControl(message);
    if (control) this.listener.onControl(control);
  }

  #greeted(server: PeerId, peerMetadata: PeerMetadata): void {
    this.#lasting = setTimeout(() => (this.#attempt = 0), LASTING_MS);
    this.#remote = server;
    this.#markReady();
    this.listener.onState("open");
    this.emit("peer-candidate", { peerId: server, peerMetadata });
  }

  #isSettled(): boolean {
    return this.#stopped || this.#socket !== undefined;
  }

  async #closed(code: number, wasOpen: boolean): Promise<void> {
    this.#ended();
    if (this.#stopped) return;
    // A refused upgrade looks like a dead network to scripts: the server is asked in a way that can answer.
    const isOut =
      code === SESSION_ENDED || (!wasOpen && !(await this.world.hasSession().catch(() => true)));
    // While the server was asked, the page may have left, or the network come back.
    if (this.#isSettled()) return;
    this.#markReady();
    if (isOut) {
      this.#end();
      return;
    }
    if (code === ABUSE) this.#attempt = Math.max(this.#attempt, LONG_PAUSE);
    this.#retry = setTimeout(this.#hurry, pause(this.#attempt++, this.world.random()));
  }

  #end(): void {
    this.disconnect();
    this.listener.onSessionEnded();
  }

  #ended(): void {
    clearTimeout(this.#watchdog);
    clearTimeout(this.#lasting);
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
    void this.#closed(0, true);
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
