// One real server process on a data directory of its own: started, killed, started again on the same port.
import { spawn, type ChildProcess } from "node:child_process";
import { EventEmitter, once } from "node:events";
import { rmSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { binary } from "./binary.ts";
import { inTime } from "./deadline.ts";
import type { Mailbox } from "./mailbox.ts";

type ServerEvents = { up: []; down: [] };

/** A running `atelier serve`; `up` and `down` are emitted when it answers and when its process is gone. */
export class Server extends EventEmitter<ServerEvents> {
  /** Everything the processes have logged, for the message of a failing test. */
  log = "";
  private process: ChildProcess | undefined;

  private constructor(
    readonly data: string,
    readonly port: number,
    private readonly mailbox: Mailbox | null,
    private readonly options: readonly string[],
  ) {
    super();
    this.setMaxListeners(0);
  }

  /**
   * Starts a server with an empty data directory and waits until it answers. Without a mailbox it sends no mail; `options`
   * are others of `atelier serve`.
   */
  static async start(
    mailbox: Mailbox | null = null,
    options: readonly string[] = [],
  ): Promise<Server> {
    const data = await mkdtemp(join(tmpdir(), "atelier-"));
    const server = new Server(data, await freePort(), mailbox, options);
    process.once("exit", () => {
      server.vanish();
    });
    await server.restart();
    return server;
  }

  /** Origin of every page and route, as a browser writes it. */
  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Address of the WebSocket. */
  get sync(): string {
    return `ws://127.0.0.1:${this.port}/sync`;
  }

  /** Starts the process again on the same data and port, and waits until it answers. */
  async restart(): Promise<void> {
    if (this.process) throw new Error("the server is already running");
    const child = spawn(
      binary(),
      [
        ...["serve", "--listen", `127.0.0.1:${this.port}`, "--data", this.data],
        ...this.mailOptions(),
        ...this.options,
      ],
      { stdio: ["ignore", "pipe", "pipe"] },
    );
    child.stdout.on("data", (text: Buffer) => (this.log += text.toString()));
    child.stderr.on("data", (text: Buffer) => (this.log += text.toString()));
    this.process = child;
    await inTime("the server to answer", this.answers(child));
    this.emit("up");
  }

  /** Ends the process at once, as a power cut would: nothing is drained. */
  async kill(): Promise<void> {
    await this.end("SIGKILL");
  }

  /** Asks the process to drain; the exit status it ended with. */
  async terminate(): Promise<number | null> {
    return this.end("SIGTERM");
  }

  /** Ends the process and removes its data. */
  async close(): Promise<void> {
    if (this.process) await this.kill();
    await rm(this.data, { recursive: true, force: true });
  }

  /** The last resort of a test process that ends without closing its server. */
  private vanish(): void {
    this.process?.kill("SIGKILL");
    rmSync(this.data, { recursive: true, force: true });
  }

  private mailOptions(): string[] {
    if (!this.mailbox) return [];
    const from = "Atelier <atelier@example.org>";
    return ["--smtp-url", this.mailbox.url, "--mail-from", from, "--public-url", this.url];
  }

  private async end(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.process;
    if (!child) throw new Error("the server is not running");
    const gone = once(child, "exit");
    child.kill(signal);
    await inTime(`the server to end on ${signal}`, gone);
    this.process = undefined;
    this.emit("down");
    return child.exitCode;
  }

  private async answers(child: ChildProcess): Promise<void> {
    while (child.exitCode === null) {
      if (await isHealthy(this.port)) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error(`the server ended with status ${child.exitCode}:\n${this.log}`);
  }
}

async function isHealthy(port: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`);
    return answer.ok;
  } catch {
    return false;
  }
}

/** A port nobody listens on; asked of the system, so that tests can run side by side. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("no port was given");
  return address.port;
}
