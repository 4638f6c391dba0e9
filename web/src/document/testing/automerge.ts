// Makes Automerge's wasm ready in tests, which run without a page that loads it.
import { initializeBase64Wasm } from "@automerge/automerge/slim";
import { automergeWasmBase64 } from "@automerge/automerge/automerge.wasm.base64";

/** Resolves when Automerge can be used. */
export function ready(): Promise<void> {
  return initializeBase64Wasm(automergeWasmBase64);
}
