// Which documents of a space were deleted for good: the server is asked when one is not listed any more.
import type { DeletionView } from "../generated/DeletionView";
import type { ListedDocument } from "../sync/views";

export type Deletion = DeletionView & {
  /** As it was last listed; null for one this device never knew. */
  document: ListedDocument | null;
};

export class Deletions {
  #known = $state.raw<ReadonlyMap<string, Deletion>>(new Map());
  readonly #asking = new Set<string>();

  /**
   * `ask` answers by whom a document was deleted, and rejects when it was not or nobody answers. `leave` is told of each that
   * this device knew, for it may hold a copy.
   */
  constructor(
    readonly ask: (document: string) => Promise<DeletionView>,
    readonly leave: (document: ListedDocument) => void,
  ) {}

  /** Those the server told of, by their documents. */
  get known(): ReadonlyMap<string, Deletion> {
    return this.#known;
  }

  /** Asks about those that were listed before and are not any more. */
  compare(before: readonly ListedDocument[], now: readonly ListedDocument[]): void {
    const listed = new Set(now.map(({ id }) => id));
    for (const document of before)
      if (!listed.has(document.id)) void this.look(document.id, document);
  }

  /** Asks about one that is not listed. */
  async look(id: string, document: ListedDocument | null): Promise<void> {
    if (this.#known.has(id) || this.#asking.has(id)) return;
    this.#asking.add(id);
    try {
      const deletion = await this.ask(id);
      if (document) this.leave(document);
      this.#known = new Map(this.#known).set(id, { ...deletion, document });
    } catch {
      // It is there and not for us, or it never was; without a network it is asked about another time.
    } finally {
      this.#asking.delete(id);
    }
  }
}
