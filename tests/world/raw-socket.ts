// A bare WebSocket that speaks the protocol by hand: for what a stock client never sends or never shows.
import { Decoder, Encoder } from "cbor-x";
import WebSocket from "ws";
import { inTime } from "./deadline.ts";

const codec = { useRecords: false, tagUint8Array: false } as const;
const encoder = new Encoder(codec);
const decoder = new Decoder(codec);

/** A message of the protocol, decoded. */
export type Message = { type: string; [field: string]: unknown };

/** How an attempt to connect ended: greeted by the server, or refused with an HTTP status. */
export type Attempt = { kind: "open"; socket: RawSocket } | { kind: "refused"; status: number };

/** An open socket; everything that arrives is kept until somebody asks for it. */
export class RawSocket {
  private readonly received: Message[] = [];
  private wake: () => void = () => undefined;

  private constructor(private readonly socket: WebSocket) {
    socket.on("message", (data: Buffer) => {
      this.received.push(decoder.decode(data) as Message);
      this.wake();
    });
  }

  /** Tries to open `address`; nothing is said yet. */
  static attempt(address: string, headers: Record<string, string> = {}): Promise<Attempt> {
    return new Promise((resolve, reject) => {
      const socket = new WebSocket(address, { headers });
      socket.on("open", () => {
        resolve({ kind: "open", socket: new RawSocket(socket) });
      });
      socket.on("unexpected-response", (_, response) => {
        resolve({ kind: "refused", status: response.statusCode ?? 0 });
      });
      socket.on("error", reject);
    });
  }

  /** Opens `address` and introduces itself as `peer`. */
  static async joins(
    address: string,
    peer: string,
    headers: Record<string, string> = {},
  ): Promise<RawSocket> {
    const attempt = await RawSocket.attempt(address, headers);
    if (attempt.kind === "refused") throw new Error(`refused with status ${attempt.status}`);
    attempt.socket.says({
      type: "join",
      senderId: peer,
      peerMetadata: { isEphemeral: true },
      supportedProtocolVersions: ["1"],
    });
    await attempt.socket.hears("peer");
    return attempt.socket;
  }

  says(message: Message): void {
    this.socket.send(encoder.encode(message));
  }

  /** The next message of this type; earlier messages of other types are kept. */
  hears(type: string): Promise<Message> {
    return inTime(`a ${type} message`, this.next(type));
  }

  /** What arrived and nobody asked for, by type. */
  heard(type: string): Message[] {
    return this.received.filter((message) => message.type === type);
  }

  leaves(): void {
    this.socket.close();
  }

  private async next(type: string): Promise<Message> {
    for (;;) {
      const at = this.received.findIndex((message) => message.type === type);
      if (at >= 0) return this.received.splice(at, 1)[0] as Message;
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
  }
}
