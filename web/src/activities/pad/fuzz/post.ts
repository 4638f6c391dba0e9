// How what people write reaches the others.
import type { Writer } from "./writer";

/** Carries changes between writers, late and in pieces, but each one's in their order. */
export class Post {
  readonly #writers: Writer[];
  readonly #read = new Map<string, number>();

  constructor(writers: Writer[]) {
    this.#writers = writers;
  }

  deliver(to: Writer, changesMax: number): void {
    for (const from of this.#writers) {
      if (from === to) continue;
      const road = `${from.name} > ${to.name}`;
      const read = this.#read.get(road) ?? 0;
      const changes = from.sent.slice(read, read + changesMax);
      this.#read.set(road, read + changes.length);
      if (changes.length > 0) to.hears(changes);
    }
  }
}
