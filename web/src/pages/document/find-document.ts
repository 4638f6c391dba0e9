// Finds a document, however long that takes.
import type { Connection, Handle } from "../../sync/connection";

/**
 * Finds a document. `onMissing` is called when neither the server nor this device has it; it is waited for all the same,
 * until `signal` ends the wait and null is the answer.
 */
export function findDocument(
  connection: Connection,
  id: string,
  onMissing: () => void,
  signal: AbortSignal,
): Promise<Handle | null> {
  return connection.find(id).catch(() => {
    onMissing();
    return connection.await(id, signal);
  });
}
