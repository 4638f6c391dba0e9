// Letting go of this device's copy of a document that was deleted.
import { letGo } from "../../live/left-behind";
import { forgetAllBegun } from "../../sync/drafts";
import { forget, hasUnsent } from "../../sync/durable";
import type { Connection } from "../../sync/connection";
import { seenIn } from "../chat/seen";

/** Erases it, unless it holds something that was never sent: that is kept until the person has seen it. */
export async function forgetCopy(
  connection: Connection,
  id: string,
  isWritten: boolean,
): Promise<"forgotten" | "unsent"> {
  if (isWritten && (await holdsUnsent(connection, id))) return "unsent";
  await eraseCopy(connection, id);
  return "forgotten";
}

/** Erases it, with whatever is in it. Nothing may show the document any more. */
export async function eraseCopy(connection: Connection, id: string): Promise<void> {
  await connection.erase(id);
  forget(id);
  forgetAllBegun(id);
  seenIn(id).forget();
  letGo(id);
}

async function holdsUnsent(connection: Connection, id: string): Promise<boolean> {
  try {
    return hasUnsent(connection, await connection.find(id));
  } catch {
    return false; // there is no copy here
  }
}
