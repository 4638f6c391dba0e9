// The documents this device keeps.
import { IndexedDBStorageAdapter } from "@automerge/automerge-repo-storage-indexeddb";

export class KeptDocuments extends IndexedDBStorageAdapter {
  readonly #refused = new Set<string>();

  /** Keeps nothing more of a document: what the repo writes a moment later would outlive its erasure. */
  refuse(document: string): void {
    this.#refused.add(document);
  }

  override async save(key: string[], bytes: Uint8Array): Promise<void> {
    if (key[0] === undefined || !this.#refused.has(key[0])) await super.save(key, bytes);
  }
}
