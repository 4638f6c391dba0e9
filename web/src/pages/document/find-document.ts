// Finds a document, however long that takes.
import type { DocHandle, DocumentId } from "@automerge/automerge-repo/slim";
import type { Connection } from "../../sync/connection";

/**
 * Finds a document. `onMissing` is called when neither the server nor this device has it; it is waited for all the same,
 * until `signal` ends the wait and null is the answer.
 */
export function findDocument<T>(
  connection: Connection,
  id: string,
  onMissing: () => void,
  signal: AbortSignal,
): Promise<DocHandle<T> | null> {
  const document = id as DocumentId;
  return connection.find<T>(document).catch(() => {
    onMissing();
    return connection.await<T>(document, signal);
  });
}
