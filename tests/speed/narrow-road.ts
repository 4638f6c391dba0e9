// A road as narrow as a mobile network: one pipe each way for all that a device sends and receives, its WebSocket and its
// service worker included.
import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";

export type Network = {
  /** From sending something until the first word of an answer could be here. */
  roundTripMs: number;
  downBytesPerSecond: number;
  upBytesPerSecond: number;
};

const kilobits = (perSecond: number): number => (perSecond * 1000) / 8;

/** 'Regular 3G' of Lighthouse and WebPageTest. */
export const REGULAR_3G: Network = {
  roundTripMs: 300,
  downBytesPerSecond: kilobits(700),
  upBytesPerSecond: kilobits(700),
};

/** What the 'Slow 3G' of Chrome's developer tools stands for, before it is stretched to be counted per request. */
export const SLOW_3G: Network = {
  roundTripMs: 400,
  downBytesPerSecond: kilobits(400),
  upBytesPerSecond: kilobits(400),
};

/** A connection is there after a round trip of TCP and one of TLS 1.3: people reach a server by https. */
const HANDSHAKES = 2;
/** What is sent in one piece: so many connections share the pipe fairly. */
const PIECE_BYTES = 4_096;

export class NarrowRoad {
  private constructor(
    private readonly door: Server,
    private readonly down: Pipe,
    private readonly sockets: Set<Socket>,
  ) {}

  /** A road to the server at `port` of this machine. */
  static async to(port: number, network: Network): Promise<NarrowRoad> {
    const oneWayMs = network.roundTripMs / 2;
    const down = new Pipe(network.downBytesPerSecond, oneWayMs);
    const up = new Pipe(network.upBytesPerSecond, oneWayMs);
    const sockets = new Set<Socket>();
    const door = createServer({ pauseOnConnect: true }, (near) => {
      const far = connect(port, "127.0.0.1");
      for (const socket of [near, far]) {
        sockets.add(socket.setNoDelay());
        socket.on("error", () => {
          near.destroy();
          far.destroy();
        });
      }
      setTimeout(() => {
        void carry(near, far, up);
        void carry(far, near, down);
      }, HANDSHAKES * network.roundTripMs);
    }).listen(0, "127.0.0.1");
    await once(door, "listening");
    return new NarrowRoad(door, down, sockets);
  }

  /** Origin of every page, as a browser on this road writes it. */
  get url(): string {
    return `http://127.0.0.1:${(this.door.address() as AddressInfo).port}`;
  }

  /** Bytes that have come down it, headers included. */
  get downBytes(): number {
    return this.down.bytes;
  }

  close(): void {
    this.door.close();
    for (const socket of this.sockets) socket.destroy();
  }
}

/** One direction, shared by all connections: what is sent waits for what was sent before it. */
class Pipe {
  bytes = 0;
  #freeAt = 0;

  constructor(
    private readonly bytesPerSecond: number,
    private readonly delayMs: number,
  ) {}

  /** Resolves when a piece has left; it arrives a while later. */
  async send(bytes: number, arrived: () => void): Promise<void> {
    const now = performance.now();
    this.bytes += bytes;
    this.#freeAt = Math.max(this.#freeAt, now) + (bytes / this.bytesPerSecond) * 1000;
    const leavesInMs = this.#freeAt - now;
    setTimeout(arrived, leavesInMs + this.delayMs);
    await new Promise((resolve) => setTimeout(resolve, leavesInMs));
  }
}

/** Carries all that `from` says to `to`, in its order, until it has said everything. */
async function carry(from: Socket, to: Socket, pipe: Pipe): Promise<void> {
  const onTheWay: Buffer[] = [];
  const arrive = (): void => {
    const piece = onTheWay.shift();
    if (piece && to.writable) to.write(piece);
  };
  try {
    for await (const chunk of from as AsyncIterable<Buffer>)
      for (let at = 0; at < chunk.length; at += PIECE_BYTES) {
        const piece = chunk.subarray(at, at + PIECE_BYTES);
        onTheWay.push(piece);
        await pipe.send(piece.length, arrive);
      }
    await pipe.send(0, () => to.end());
  } catch {
    // The other end is gone: nothing is to be carried any more.
    to.destroy();
  }
}
