// The kinds of documents, as the app's own list has them: what the build does for each follows from that list.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Rolldown } from "vite";

export type Graph = Pick<Rolldown.ChunkingContext, "getModuleInfo">;

const LIST = "src/activities/kinds.ts";
/** The kinds that the server makes documents of. */
const SERVED = "src/generated/DocumentKind.ts";
const KIND = /\/src\/activities\/([^/]+)\/kind\.ts$/;

/** The module that shows the documents of each kind, by its word. Throws when a kind of the server is not listed. */
export function bodiesOfKinds(root: string, graph: Graph): Map<string, string> {
  const listed = graph.getModuleInfo(`${root}/${LIST}`)?.importedIds ?? [];
  const kinds = listed.flatMap((id) => {
    const word = KIND.exec(id)?.[1];
    return word === undefined ? [] : [[word, bodyOf(id, graph)] as const];
  });
  const bodies = new Map(kinds);
  for (const word of served(root))
    if (!bodies.has(word)) throw new Error(`${LIST} does not list the kind '${word}'`);
  return bodies;
}

function served(root: string): string[] {
  const [, union] =
    /type DocumentKind = ([^;]+);/.exec(readFileSync(resolve(root, SERVED), "utf8")) ?? [];
  const words = [...(union ?? "").matchAll(/"([^"]+)"/g)].flatMap(([, word]) => word ?? []);
  if (words.length === 0) throw new Error(`${SERVED} names no kinds`);
  return words;
}

/** The one component that a kind fetches when it is needed. */
function bodyOf(kind: string, graph: Graph): string {
  const fetched = graph.getModuleInfo(kind)?.dynamicallyImportedIds ?? [];
  const [body, ...others] = fetched.filter((id) => id.endsWith(".svelte"));
  if (body === undefined || others.length > 0)
    throw new Error(`${kind} has to fetch one component: what shows its documents`);
  return body;
}
