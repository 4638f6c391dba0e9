// A copy of 'my spaces', so that the first page also works offline.
import type { MySpaceView } from "../../generated/MySpaceView";
import { forgetEverythingBegun } from "../../sync/drafts";
import { IMAGES_SEEN } from "../../sync/images-seen";
import { forgetEverythingHere, keptHere } from "../../sync/kept-here";

const mine = keptHere("atelier-my-spaces", (value) =>
  Array.isArray(value) ? (value as MySpaceView[]) : null,
);

export function keepMine(spaces: MySpaceView[]): void {
  mine.save(spaces);
}

export function keptMine(): MySpaceView[] {
  return mine.load() ?? [];
}

/** Erases everything this browser keeps of Atelier. */
export async function eraseAll(): Promise<void> {
  forgetEverythingBegun();
  forgetEverythingHere();
  const databases = await indexedDB.databases();
  for (const { name } of databases) if (name) indexedDB.deleteDatabase(name);
  // Pictures that were seen; without https a browser keeps none.
  if ("caches" in globalThis) await caches.delete(IMAGES_SEEN);
}
