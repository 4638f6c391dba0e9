// The way from one stock client to the server: it adds what a browser would add, and can be cut.
//
// The stock adapter takes an address and nothing else, while a browser sends its cookie with the
// upgrade. The road does that in the adapter's place, which stays unmodified. Where a road is cut, or
// its server is down, nobody listens: the client sees a refused connection, as it would on a real host.
import { once } from "node:events";
import { connect, createServer, type Server as Listener, type Socket } from "node:net";
import type { Server } from "./server.ts";

/** A local TCP proxy in front of one server for one device. */
export class Road {
  private readonly sockets = new Set<Socket>();
  private readonly listener: Listener;
  private isCut = false;
  private port = 0;

  private constructor(
    private readonly server: Server,
    private readonly cookie: string,
  ) {
    this.listener = createServer((client) => {
      this.carry(client);
    });
    server.on("down", () => void this.shut());
    server.on("up", () => {
      if (!this.isCut) void this.listen();
    });
  }

  /** Opens a road that adds `cookie` and the page's origin to the request that begins a connection. */
  static async open(server: Server, cookie: string): Promise<Road> {
    const road = new Road(server, cookie);
    await road.listen();
    return road;
  }

  /** What the client is given as the server's address; the same for the whole life of the road. */
  get sync(): string {
    return `ws://127.0.0.1:${this.port}/sync`;
  }

  /** The device loses its network: open connections drop and new ones are refused. */
  async cut(): Promise<void> {
    this.isCut = true;
    await this.shut();
  }

  /** The network is back. */
  async mend(): Promise<void> {
    this.isCut = false;
    await this.listen();
  }

  private async listen(): Promise<void> {
    if (this.listener.listening) return;
    this.listener.listen(this.port, "127.0.0.1");
    await once(this.listener, "listening");
    const address = this.listener.address();
    if (address !== null && typeof address !== "string") this.port = address.port;
  }

  private async shut(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    if (!this.listener.listening) return;
    const closed = once(this.listener, "close");
    this.listener.close();
    await closed;
  }

  private carry(client: Socket): void {
    const upstream = connect(this.server.port, "127.0.0.1");
    for (const socket of [client, upstream]) {
      this.sockets.add(socket);
      socket.setNoDelay();
      socket.on("error", () => socket.destroy());
      socket.on("close", () => {
        this.sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    client.once("data", (request) => {
      upstream.write(this.withHeaders(request.toString("latin1")), "latin1");
      client.pipe(upstream);
    });
    upstream.pipe(client);
  }

  /** The upgrade fits in one segment on the loopback, so its first line ends in what just arrived. */
  private withHeaders(request: string): string {
    const origin = `http://127.0.0.1:${this.port}`;
    return request.replace("\r\n", `\r\nCookie: ${this.cookie}\r\nOrigin: ${origin}\r\n`);
  }
}
