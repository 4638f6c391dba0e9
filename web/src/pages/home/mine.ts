// A copy of 'my spaces', so that the first page also works offline.
import type { MySpaceView } from "../../generated/MySpaceView";

const key = "atelier-my-spaces";

export function keepMine(spaces: MySpaceView[]): void {
  try {
    localStorage.setItem(key, JSON.stringify(spaces));
  } catch {
    // Without storage there is no copy; the server has the list.
  }
}

export function keptMine(): MySpaceView[] {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "[]") as MySpaceView[];
  } catch {
    return [];
  }
}

/** Erases everything this browser keeps of Atelier. */
export async function eraseAll(): Promise<void> {
  localStorage.clear();
  const databases = await indexedDB.databases();
  for (const { name } of databases) if (name) indexedDB.deleteDatabase(name);
}
