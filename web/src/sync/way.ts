// Which way to the server is tried: a WebSocket, or plain requests where the network lets none through.
import type { KeptHere } from "./kept-here";

/** What the network lets through; `blocked`: neither, while other requests are answered. */
export type Network = "direct" | "polling" | "blocked";

/** A server that restarts also refuses a socket and answers a request a moment later: once proves nothing. */
const REFUSALS_MIN = 2;
/** How long a device remembers: an afternoon in one building. After it the socket is tried first again. */
const REMEMBERED_MS = 2 * 60 * 60 * 1_000;

export class Way {
  #isDirect: boolean;
  #refusals = 0;

  constructor(
    /** Until when plain requests are tried first, in milliseconds since 1970. */
    readonly memory: KeptHere<number>,
    readonly now: () => number = Date.now,
  ) {
    this.#isDirect = (memory.load() ?? 0) <= this.now();
  }

  get isDirect(): boolean {
    return this.#isDirect;
  }

  /** The server greeted. */
  opened(): Network {
    this.#refusals = 0;
    if (this.#isDirect) {
      this.memory.forget();
      return "direct";
    }
    if (this.memory.load() === null) this.memory.save(this.now() + REMEMBERED_MS);
    return "polling";
  }

  /** Nothing got through, while another request was answered. Tells when no way is left to try. */
  refused(): "blocked" | null {
    if (!this.#isDirect) {
      // One more refusal of the socket, and it is the turn of plain requests again.
      this.#tryDirect(REFUSALS_MIN - 1);
      return "blocked";
    }
    this.#refusals++;
    this.#isDirect = this.#refusals < REFUSALS_MIN;
    return null;
  }

  /** The device may be in another network. */
  moved(): void {
    this.#tryDirect(0);
  }

  #tryDirect(refusals: number): void {
    this.memory.forget();
    this.#isDirect = true;
    this.#refusals = refusals;
  }
}
