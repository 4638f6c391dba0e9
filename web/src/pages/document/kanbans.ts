// The action plans one may write in: those beside the document that is open, and those of one's structures.
import { me, space as fetchSpace } from "../../api/atelier";
import type { KanbanPlace } from "../../activities/kanban/making/contract";
import type { Space } from "../../sync/views";
import { loadCopy } from "../../live/space.svelte";
import { keptMine } from "../home/mine";

/** Those of the space one is in come first. Structures that cannot be asked for and are not on this device are left out. */
export async function kanbansToWriteIn(here: Space): Promise<KanbanPlace[]> {
  const mine = await me().then(({ spaces }) => spaces, keptMine);
  const structures = mine.filter(
    ({ id, kind, role }) => kind === "structure" && role !== "reader" && id !== here.id,
  );
  const others = await Promise.all(structures.map(({ id }) => known(id)));
  return [
    ...kanbansOf(here, (title) => title),
    ...others.flatMap((space) =>
      space ? kanbansOf(space, (title) => `${space.title} — ${title}`) : [],
    ),
  ];
}

async function known(space: string): Promise<Space | null> {
  try {
    return await fetchSpace(space);
  } catch {
    return loadCopy(space);
  }
}

function kanbansOf(space: Space, called: (title: string) => string): KanbanPlace[] {
  return space.documents
    .filter(({ kind, access, archived }) => kind === "kanban" && access === "write" && !archived)
    .map(({ id, title }) => ({ id, title: called(title), participant: space.participant }));
}
