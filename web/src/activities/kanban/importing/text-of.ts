// What stands in a file that somebody chose, or why it cannot be read here.
import { Refusal } from "../../../messages/refusal";
import { sayKanban } from "../words/words";
import { decoded } from "./decode";

/** What the server takes. */
const FILE_BYTES_MAX = 8 * 1024 * 1024;

/** Reads a file as text; throws a `Refusal` when it is too large or this device cannot read it. */
export async function textOf(file: File): Promise<string> {
  if (file.size > FILE_BYTES_MAX) throw new Refusal(sayKanban().importing.tooLarge);
  try {
    return decoded(new Uint8Array(await file.arrayBuffer()));
  } catch {
    throw new Refusal(sayKanban().importing.unreadable);
  }
}
