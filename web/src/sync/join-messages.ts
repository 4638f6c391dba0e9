// Several messages about one document as few: the changes of all sync messages, with what the last one says of the rest.
import { decodeSyncMessage, encodeSyncMessage } from "@automerge/automerge/slim";
import type { Message } from "@automerge/automerge-repo/slim";

/** One sync message for all of them, then the others. What cannot be read is left as it is: automerge-repo says why. */
export function joinMessages(messages: Message[]): Message[] {
  const syncs = messages.filter(({ type }) => type === "sync");
  const others = messages.filter(({ type }) => type !== "sync");
  const last = syncs.at(-1);
  if (!last || syncs.length < 2) return messages;
  try {
    return [{ ...last, data: joined(syncs) }, ...others];
  } catch {
    return messages;
  }
}

function joined(syncs: Message[]): Uint8Array {
  const decoded = syncs.map(({ data }) => decodeSyncMessage(data ?? new Uint8Array()));
  const last = decoded.at(-1);
  if (!last) throw new Error("there is nothing to join");
  return encodeSyncMessage({ ...last, changes: decoded.flatMap(({ changes }) => changes) });
}
