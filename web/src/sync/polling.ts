// The connection by plain requests, for networks that let no WebSocket through. To the adapter it is a socket: it greets with
// the first message it is given, posts the others, and asks for what the server has to say, again and again.
import type { PollingView } from "../generated/PollingView";
import { framesOf, takeBody } from "./framing";

/** Where it is opened. */
const PATH = "/api/sync";
/** A request that is not answered is sent again so often; the server does nothing twice. */
const TRIES = 4;
const FIRST_PAUSE_MS = 500;
/** How long a post may take, and how much longer for each of its bytes: a bad phone connection sends 8 KiB a second. */
const POST_MS_MAX = 15_000;
const POST_MS_PER_BYTE = 1 / 8;
/** What a browser goes on sending for a page that is left. */
const KEPT_ALIVE_BYTES_MAX = 60 * 1024;

/** What a WebSocket of the server would be closed with. */
const CLOSE_CODES: Readonly<Record<number, number>> = { 400: 4400, 401: 4401, 429: 1013 };
const LOST = 1006;

type Answer = { status: number; body: Uint8Array<ArrayBuffer> };

export class Polling extends EventTarget {
  binaryType: BinaryType = "arraybuffer";
  readyState: WebSocket["readyState"] = WebSocket.CONNECTING;
  readonly #left = new AbortController();
  readonly #queue: Uint8Array[] = [];
  #address: string | undefined;
  #isGreeting = false;
  #isPosting = false;
  #posted = 0;
  #received = 0;

  constructor() {
    super();
    addEventListener("pagehide", this.#leave);
    // Whoever made it listens first.
    setTimeout(() => {
      if (this.readyState !== WebSocket.CONNECTING) return;
      this.readyState = WebSocket.OPEN;
      this.dispatchEvent(new Event("open"));
    });
  }

  send(message: Uint8Array): void {
    if (this.#isGreeting) {
      this.#queue.push(message);
      void this.#postAll();
    } else {
      this.#isGreeting = true;
      void this.#greet(new Uint8Array(message));
    }
  }

  /** Ends it, and tells the server; a page that is left in the middle of a post lets the server find out. */
  close(): void {
    if (this.readyState === WebSocket.CLOSED) return;
    this.#end();
    if (!this.#isPosting) this.#sayGoodbye();
  }

  #sayGoodbye(): void {
    if (this.#address === undefined) return;
    fetch(this.#address, { method: "DELETE", keepalive: true }).catch(() => undefined);
  }

  async #greet(join: Uint8Array<ArrayBuffer>): Promise<void> {
    const answer = await this.#ask(PATH, join);
    const connection = answer && connectionIn(answer);
    if (!connection) {
      this.#close(answer?.status);
      return;
    }
    this.#address = `${PATH}/${connection}`;
    if (this.readyState !== WebSocket.OPEN) {
      this.#sayGoodbye();
      return;
    }
    void this.#postAll();
    void this.#poll(this.#address);
  }

  async #postAll(): Promise<void> {
    if (this.#isPosting || this.#address === undefined) return;
    this.#isPosting = true;
    while (this.#queue.length > 0 && this.readyState === WebSocket.OPEN) {
      const path = `${this.#address}/messages?number=${++this.#posted}`;
      const answer = await this.#ask(path, takeBody(this.#queue));
      if (answer?.status !== 204) this.#close(answer?.status);
    }
    this.#isPosting = false;
  }

  async #poll(address: string): Promise<void> {
    while (this.readyState === WebSocket.OPEN) {
      const answer = await this.#ask(`${address}/poll?after=${this.#received}`);
      const frames = answer && framesIn(answer);
      if (!frames) {
        this.#close(answer?.status);
        return;
      }
      if (frames.length > 0) this.#received++;
      else this.#hear(new ArrayBuffer());
      for (const frame of frames) this.#hear(frame);
    }
  }

  /** Asks until there is an answer; null when none comes, or when it is over. */
  async #ask(path: string, body?: Uint8Array<ArrayBuffer>): Promise<Answer | null> {
    for (let attempt = 0; attempt < TRIES && this.readyState === WebSocket.OPEN; attempt++) {
      if (attempt > 0) await this.#pause(FIRST_PAUSE_MS * 2 ** (attempt - 1));
      const answer = await this.#askOnce(path, body).catch(() => null);
      if (answer && answer.status < 500) return answer;
    }
    return null;
  }

  async #askOnce(path: string, body?: Uint8Array<ArrayBuffer>): Promise<Answer> {
    // What is being posted is let through when the page leaves.
    const signal = body
      ? AbortSignal.timeout(POST_MS_MAX + body.length * POST_MS_PER_BYTE)
      : this.#left.signal;
    const response = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/octet-stream" },
      cache: "no-store",
      signal,
      ...(body && { body, keepalive: body.length <= KEPT_ALIVE_BYTES_MAX }),
    });
    return { status: response.status, body: await this.#read(response) };
  }

  /** Reads the body; each piece shows that the server is there, and a batch may be long. */
  async #read(response: Response): Promise<Uint8Array<ArrayBuffer>> {
    const pieces: Uint8Array[] = [];
    const reader = response.body?.getReader();
    for (let read = await reader?.read(); read?.value; read = await reader?.read()) {
      pieces.push(read.value);
      this.#hear(new ArrayBuffer());
    }
    return new Uint8Array(await new Blob(pieces as BlobPart[]).arrayBuffer());
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      const stop = (): void => {
        clearTimeout(timer);
        resolve();
      };
      this.#left.signal.addEventListener("abort", stop, { once: true });
    });
  }

  #hear(data: ArrayBuffer): void {
    if (this.readyState === WebSocket.OPEN)
      this.dispatchEvent(new MessageEvent("message", { data }));
  }

  readonly #leave = (): void => {
    if (this.readyState === WebSocket.CLOSED) return;
    this.close();
    // A page that is looked at again later has to connect anew.
    this.dispatchEvent(Object.assign(new Event("close"), { code: LOST }));
  };

  #close(status = 0): void {
    if (this.readyState === WebSocket.CLOSED) return;
    this.#end();
    this.dispatchEvent(Object.assign(new Event("close"), { code: CLOSE_CODES[status] ?? LOST }));
  }

  #end(): void {
    this.readyState = WebSocket.CLOSED;
    removeEventListener("pagehide", this.#leave);
    this.#left.abort();
  }
}

/** What is in the answer to a greeting; null in one that is not our server's. */
function connectionIn({ status, body }: Answer): string | null {
  if (status !== 201) return null;
  try {
    const { connection } = JSON.parse(new TextDecoder().decode(body)) as Partial<PollingView>;
    return typeof connection === "string" ? connection : null;
  } catch {
    return null;
  }
}

/** The frames of an answer to a poll, none when the server had nothing to say; null in one that is not our server's. */
function framesIn({ status, body }: Answer): ArrayBuffer[] | null {
  if (status === 204) return [];
  return status === 200 && body.length > 0 ? framesOf(body) : null;
}
