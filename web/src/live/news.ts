// What the server tells of documents besides their changes: passed on to whoever shows the document, who can read it.
import type { DocumentNews } from "../sync/control-message";

type Hear = (news: DocumentNews) => void;

export class News {
  /** The last of each type, by document: who comes later begins with these. */
  readonly #last = new Map<string, Map<string, DocumentNews>>();
  readonly #listeners = new Map<string, Set<Hear>>();

  tell(document: string, news: DocumentNews): void {
    entry(this.#last, document, () => new Map<string, DocumentNews>()).set(news.type, news);
    for (const hear of this.#listeners.get(document) ?? []) hear(news);
  }

  /** Calls back with what was told last and with all that is told from now on, until what is returned is called. */
  follow(document: string, hear: Hear): () => void {
    const listeners = entry(this.#listeners, document, () => new Set<Hear>());
    listeners.add(hear);
    for (const news of this.#last.get(document)?.values() ?? []) hear(news);
    return () => void listeners.delete(hear);
  }
}

function entry<T>(map: Map<string, T>, key: string, make: () => T): T {
  const found = map.get(key) ?? make();
  map.set(key, found);
  return found;
}
