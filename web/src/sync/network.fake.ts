// A network and a server for tests of the adapter: sockets that do what the story says.
import { cbor, type Message, type PeerId } from "@automerge/automerge-repo/slim";
import { SocketAdapter, type ConnectionState } from "./adapter";
import type { ControlMessage } from "./control-message";
import { still } from "./hands";
import type { Network } from "./way";

/** The server's and this page's names. */
export const server = "server" as PeerId;
export const us = "us" as PeerId;

class Socket extends EventTarget {
  readyState: number = WebSocket.CONNECTING;
  binaryType = "";
  readonly sent: Message[] = [];

  send(bytes: Uint8Array): void {
    if (this.readyState !== WebSocket.OPEN) throw new Error("sent on a socket that is not open");
    this.sent.push(cbor.decode<Message>(bytes));
  }

  close(): void {
    this.readyState = WebSocket.CLOSING;
  }

  opens(): void {
    this.readyState = WebSocket.OPEN;
    this.dispatchEvent(new Event("open"));
  }

  closes(code: number): void {
    this.readyState = WebSocket.CLOSED;
    this.dispatchEvent(Object.assign(new Event("close"), { code }));
  }

  hears(message: object): void {
    this.hearsBytes(cbor.encode(message));
  }

  hearsBytes(bytes: Uint8Array): void {
    const data = new Uint8Array(bytes).buffer;
    this.dispatchEvent(Object.assign(new Event("message"), { data }));
  }
}

/** A page with its adapter, and everything the adapter has said. */
export class Page {
  readonly sockets: Socket[] = [];
  readonly states: ConnectionState[] = [];
  /** The sockets that go by plain requests; they are among all of them too. */
  readonly pollings: Socket[] = [];
  readonly networks: Network[] = [];
  /** Until when this device tries plain requests first. */
  pollingUntil: number | null;
  readonly controls: ControlMessage[] = [];
  readonly messages: Message[] = [];
  readonly peers: string[] = [];
  sessionsEnded = 0;
  /** What the server answers when asked by HTTP; `null`: nobody answers. */
  hasSession: boolean | null = true;
  readonly adapter: SocketAdapter;

  constructor(random = 0, pollingUntil: number | null = null) {
    this.pollingUntil = pollingUntil;
    this.adapter = new SocketAdapter(
      "ws://atelier.test/sync",
      {
        onControl: (control) => this.controls.push(control),
        onState: (state) => this.states.push(state),
        onNetwork: (network) => this.networks.push(network),
        onSessionEnded: () => this.sessionsEnded++,
      },
      {
        openSocket: () => this.#newSocket() as unknown as WebSocket,
        openPolling: () => {
          const polling = this.#newSocket();
          this.pollings.push(polling);
          return Promise.resolve(polling as unknown as WebSocket);
        },
        polling: {
          load: () => this.pollingUntil,
          save: (until) => {
            this.pollingUntil = until;
            return true;
          },
          forget: () => (this.pollingUntil = null),
        },
        hands: still,
        hasSession: () =>
          this.hasSession === null
            ? Promise.reject(new Error("no network"))
            : Promise.resolve(this.hasSession),
        random: () => random,
      },
    );
    this.adapter.on("message", (message) => this.messages.push(message));
    this.adapter.on("peer-candidate", ({ peerId }) => this.peers.push(`+${peerId}`));
    this.adapter.on("peer-disconnected", ({ peerId }) => this.peers.push(`-${peerId}`));
  }

  #newSocket(): Socket {
    const socket = new Socket();
    this.sockets.push(socket);
    return socket;
  }

  get socket(): Socket {
    const last = this.sockets.at(-1);
    if (!last) throw new Error("no socket was opened");
    return last;
  }

  starts(): void {
    this.adapter.connect(us, { isEphemeral: false });
  }

  /** The network works and the server greets. */
  connects(): void {
    this.socket.opens();
    this.socket.hears({
      type: "peer",
      senderId: server,
      targetId: us,
      peerMetadata: {},
      selectedProtocolVersion: "1",
    });
  }
}
