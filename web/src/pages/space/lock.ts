// Locking a document, so that those who facilitate alone write in it; and opening it again.
import { changeDocument } from "../../api/atelier";
import { explain } from "../../messages/explain";
import { say } from "../../messages/say.svelte";
import type { ListedDocument } from "../../sync/views";
import { complain, notify } from "../../ui/notices.svelte";

/** Locks it, or opens it again where it is locked; says so, with a way back. */
export async function turnLock({ id, title, locked }: ListedDocument): Promise<void> {
  try {
    const changed = await changeDocument(id, { locked: !locked });
    const done = locked ? say().space.unlocked(title) : say().space.lockedNow(title);
    notify(done, () => void turnLock(changed));
  } catch (error) {
    complain(explain(error));
  }
}
