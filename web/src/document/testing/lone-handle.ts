// A document without a network: what is written stays here until it is merged with another's.
import * as Automerge from "@automerge/automerge/slim";
import type { Handle } from "../../sync/connection";

type AnyDocument = Automerge.Doc<Record<string, unknown>>;
type Draft = (draft: Record<string, unknown>) => void;

/** As much of a handle as an open document needs. */
export class LoneHandle {
  readonly #listeners = new Set<() => void>();
  document: AnyDocument;

  /** `name`: whose copy of the document it is. */
  constructor(saved: Uint8Array, name: string) {
    const bytes = new TextEncoder().encode(name.padEnd(8, "_"));
    const actor = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
    this.document = Automerge.load(saved, { actor });
  }

  /** As what takes a handle wants it. */
  get handle(): Handle {
    return this as unknown as Handle;
  }

  doc(): AnyDocument {
    return this.document;
  }

  change(write: Draft, options: Automerge.ChangeOptions<Record<string, unknown>>): void {
    this.document = Automerge.change(this.document, options, write);
    this.tell();
  }

  on(_: "change", listener: () => void): void {
    this.#listeners.add(listener);
  }

  off(_: "change", listener: () => void): void {
    this.#listeners.delete(listener);
  }

  /** Takes in everything another has. */
  merge(other: LoneHandle): void {
    this.document = Automerge.merge(this.document, Automerge.clone(other.document));
    this.tell();
  }

  private tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
