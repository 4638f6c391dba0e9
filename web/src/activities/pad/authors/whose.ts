// Whose actors are: the server's word, asked for once for each.
import { authorsAmong } from "../../../api/pads";

/** As many as one question may be about. */
const ASKED_MAX = 100;
/** Those that come within this time are asked about together. */
const GATHER_MS = 150;
/** After a question that failed. */
const AGAIN_MS = 5_000;

export class Whose {
  readonly #pad: string;
  readonly #onNews: () => void;
  readonly #known = new Map<string, string | null>();
  readonly #wanted = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `onNews`: some became known. */
  constructor(pad: string, onNews: () => void) {
    this.#pad = pad;
    this.#onNews = onNews;
  }

  /** The participant; null for nobody that is known, undefined while the server is asked. */
  of(actor: string): string | null | undefined {
    const known = this.#known.get(actor);
    if (known === undefined && !this.#wanted.has(actor)) {
      this.#wanted.add(actor);
      this.#askIn(GATHER_MS);
    }
    return known;
  }

  close(): void {
    clearTimeout(this.#timer);
  }

  #askIn(ms: number): void {
    this.#timer ??= setTimeout(() => void this.#ask(), ms);
  }

  async #ask(): Promise<void> {
    const actors = [...this.#wanted].slice(0, ASKED_MAX);
    let pause = GATHER_MS;
    try {
      const { authors } = await authorsAmong(this.#pad, actors);
      for (const actor of actors) {
        this.#known.set(actor, authors[actor] ?? null);
        this.#wanted.delete(actor);
      }
      this.#onNews();
    } catch {
      // Without a network the names come later.
      pause = AGAIN_MS;
    }
    this.#timer = undefined;
    if (this.#wanted.size > 0) this.#askIn(pause);
  }
}
