// What others do to the cards of a plan, for who does not see it: which came and which went elsewhere, a few words at a time.
import { sparingly, type Sparingly } from "../../../ui/sparingly";
import type { Card, Kanban } from "../contract";
import { sayKanban } from "../words/words";
import { arrivals } from "./arrivals";

/** So long nothing more is said of what others do. */
const PAUSE_MS = 8_000;

export class Overheard {
  /** The column each card went to since it was last said, by card. */
  readonly #arrived = new Map<string, Card>();
  readonly #saying: Sparingly;
  #now: Kanban | undefined;

  constructor() {
    this.#saying = sparingly(() => this.#words(), PAUSE_MS);
  }

  /** Others changed the plan. */
  readonly hear = (before: Kanban, now: Kanban): void => {
    if (before === now) return;
    this.#now = now;
    const arrived = arrivals(before, now);
    for (const card of arrived) this.#arrived.set(card.id, card);
    if (arrived.length > 0) this.#saying.note();
  };

  stop(): void {
    this.#saying.stop();
  }

  #words(): string | null {
    const [first, ...others] = this.#arrived.values();
    this.#arrived.clear();
    if (!first) return null;
    const words = sayKanban().others;
    if (others.length > 0) return words.several(others.length + 1);
    const column = this.#now?.columns.find(({ id }) => id === first.column);
    return words.arrived(first.title, column?.title ?? "");
  }
}
