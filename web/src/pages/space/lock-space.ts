// Closing a whole workshop for writing, so that those who facilitate alone write in any of it; and opening it again.
import { lockSpace } from "../../api/atelier";
import { explain } from "../../messages/explain";
import { sayLock } from "../../messages/say-lock";
import { complain, notify } from "../../ui/notices.svelte";

/** Closes it, or opens it again; says so, with a way back. */
export async function turnSpaceLock(space: string, locked: boolean): Promise<void> {
  try {
    await lockSpace(space, locked);
    const done = locked ? sayLock().isClosed : sayLock().isOpen;
    notify(done, () => void turnSpaceLock(space, !locked));
  } catch (error) {
    complain(explain(error));
  }
}
