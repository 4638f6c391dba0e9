// A network between people and the server that lets plain requests through and no WebSocket, as proxies of schools and town
// halls do, each in its way.
import { once } from "node:events";
import {
  createServer,
  request,
  type IncomingMessage,
  type Server as Listener,
  type ServerResponse,
} from "node:http";
import { connect, type Socket } from "node:net";
import type { Duplex } from "node:stream";
import type { Server } from "./server.ts";

/**
 * What becomes of a WebSocket: answered with a status of the proxy's own; cut before any answer; cut right after it was opened;
 * never answered.
 */
export type Refusal = 403 | 200 | "cut" | "cut once open" | "hang";

/** An HTTP proxy in front of one server. */
export class StrictNetwork {
  /** Requests of the fallback that came through or were refused, by their path. */
  readonly polled: string[] = [];
  /** Sockets somebody tried to open. */
  refused = 0;
  /** Whether the fallback is refused as well. */
  refusesAll = false;
  private readonly sockets = new Set<Duplex>();
  private readonly listener: Listener;
  private port = 0;

  private constructor(
    private readonly server: Server,
    private readonly refusal: Refusal,
  ) {
    this.listener = createServer((asked, answer) => {
      this.carry(asked, answer);
    });
    this.listener.on("upgrade", (asked, socket) => {
      this.refuse(asked, socket);
    });
    this.listener.on("connection", (socket) => {
      this.keep(socket);
    });
  }

  static async open(server: Server, refusal: Refusal): Promise<StrictNetwork> {
    const network = new StrictNetwork(server, refusal);
    network.listener.listen(0, "127.0.0.1");
    await once(network.listener, "listening");
    const address = network.listener.address();
    if (address !== null && typeof address !== "string") network.port = address.port;
    return network;
  }

  /** Origin of the server as people behind this network know it. */
  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  close(): void {
    this.listener.close();
    for (const socket of this.sockets) socket.destroy();
  }

  private carry(asked: IncomingMessage, answer: ServerResponse): void {
    const path = asked.url ?? "/";
    if (path.startsWith("/api/sync")) {
      this.polled.push(path);
      if (this.refusesAll) {
        answer.writeHead(403, { "Content-Type": "text/html" }).end("<h1>Site bloqué</h1>");
        return;
      }
    }
    const { method, headers } = asked;
    const onward = request({ host: "127.0.0.1", port: this.server.port, method, path, headers });
    onward.on("response", (response) => {
      answer.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(answer);
    });
    onward.on("error", () => answer.destroy());
    answer.on("close", () => onward.destroy());
    asked.pipe(onward);
  }

  private refuse(asked: IncomingMessage, socket: Duplex): void {
    this.refused++;
    this.keep(socket);
    switch (this.refusal) {
      case 403:
      case 200:
        socket.end(
          `HTTP/1.1 ${this.refusal} Proxy\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`,
        );
        return;
      case "cut":
        socket.destroy();
        return;
      case "cut once open":
        this.cutOnceOpen(asked, socket);
        return;
      case "hang":
        return;
    }
  }

  /** Lets the handshake through, and nothing after it. */
  private cutOnceOpen({ url = "/", rawHeaders }: IncomingMessage, socket: Duplex): void {
    const lines = Array.from({ length: rawHeaders.length / 2 }, (_, at) =>
      rawHeaders.slice(2 * at, 2 * at + 2).join(": "),
    );
    const onward: Socket = connect(this.server.port, "127.0.0.1");
    this.keep(onward);
    onward.write([`GET ${url} HTTP/1.1`, ...lines, "", ""].join("\r\n"));
    onward.once("data", (handshake: Buffer) => {
      socket.end(handshake);
      onward.destroy();
    });
  }

  private keep(socket: Duplex): void {
    this.sockets.add(socket);
    socket.on("error", () => socket.destroy());
    socket.on("close", () => this.sockets.delete(socket));
  }
}
