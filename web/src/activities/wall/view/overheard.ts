// What others add to a wall, for who does not see it: so many new notes, a few words at a time.
import { sparingly, type Sparingly } from "../../../ui/sparingly";
import { sayWall } from "../words/words";

/** So long nothing more is said of what others write. */
const PAUSE_MS = 5_000;

export class Overheard {
  #arrived = 0;
  readonly #saying: Sparingly;

  constructor(readonly words: (arrived: number) => string = (n) => sayWall().others.arrived(n)) {
    this.#saying = sparingly(() => this.#said(), PAUSE_MS);
  }

  /** So many notes came. */
  hear(arrived: number): void {
    if (arrived <= 0) return;
    this.#arrived += arrived;
    this.#saying.note();
  }

  stop(): void {
    this.#saying.stop();
  }

  #said(): string | null {
    const arrived = this.#arrived;
    this.#arrived = 0;
    return arrived > 0 ? this.words(arrived) : null;
  }
}
