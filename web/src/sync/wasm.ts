// Starts Automerge's WebAssembly while it downloads, once for the page.
import wasmUrl from "@automerge/automerge/automerge.wasm?url";
import { initializeWasm } from "@automerge/automerge/slim";

let started: Promise<void> | null = null;

/** Resolves when documents can be opened. A start that failed is tried again by the next call. */
export function ready(): Promise<void> {
  started ??= start();
  return started;
}

async function start(): Promise<void> {
  try {
    await initializeWasm(wasmUrl);
  } catch (error) {
    started = null;
    throw error;
  }
}
