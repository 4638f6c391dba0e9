// Cuts the app into as few files as a visit needs: small files compress badly, and each costs a request.
import { resolve } from "node:path";
import { bodiesOfKinds, type Graph } from "./kinds.ts";

const PAGES = ["Home", "Join", "Space", "Workshop", "Structure", "DocumentPage"].map(
  (name) => `src/pages/${name}.svelte`,
);
/** What a page may ask for later. */
const LATER = [
  "document/MakeCards",
  "chat/Chat",
  "chat/Panel",
  "conduct/Conduct",
  "conduct/Today",
  "places/Places",
  "space/LeftBehind",
].map((name) => `src/pages/${name}.svelte`);
/** The kind of document that people open first, most often. */
const FIRST_KIND = "pad";

type File = { name: string; from: string[]; sharedWith?: string[] };

/**
 * Files beside those of the pages: what some modules import at their start, unless an earlier file has it. `sharedWith`:
 * only what these import too. A page that is fetched by itself stays in a file of its own.
 */
function filesBeside(bodies: ReadonlyMap<string, string>): File[] {
  const first = bodies.get(FIRST_KIND);
  if (first === undefined) throw new Error(`there is no kind '${FIRST_KIND}' any more`);
  return [
    { name: "app", from: ["src/main.ts"] },
    { name: "sync", from: ["src/sync/connection.ts", "src/sync/watch-saving.svelte.ts"] },
    {
      name: "common",
      from: ["src/pages/Space.svelte", "src/pages/DocumentPage.svelte", first],
      sharedWith: [...PAGES, ...bodies.values(), ...LATER],
    },
    { name: "editor", from: [first] },
    { name: "chat", from: ["src/pages/chat/Chat.svelte"] },
    { name: "conduct", from: ["src/pages/conduct/Conduct.svelte"] },
  ];
}

/** The service worker stands alone. */
const ALONE = "src/service-worker/worker.ts";

/** Names the file of a module; null leaves it to the bundler. */
export function fileOf(root: string): (module: string, graph: Graph) => string | null {
  let files: Map<string, string> | null = null;
  return (module, graph) => {
    files ??= divided(root, graph);
    return files.get(module) ?? null;
  };
}

function divided(root: string, graph: Graph): Map<string, string> {
  const reached = (from: string): Set<string> => closure(resolve(root, from), graph);
  const alone = reached(ALONE);
  const files = new Map<string, string>();
  for (const { name, from, sharedWith } of filesBeside(bodiesOfKinds(root, graph)))
    for (const page of from) {
      const others = sharedWith?.filter((other) => other !== page).map(reached);
      for (const module of reached(page)) {
        if (alone.has(module) || files.has(module)) continue;
        if (!others || others.some((other) => other.has(module))) files.set(module, name);
      }
    }
  return files;
}

/** All that a module imports at its start, and what that imports. */
function closure(from: string, graph: Graph): Set<string> {
  const reached = new Set(graph.getModuleInfo(from)?.importedIds);
  // A set grows while it is gone through.
  for (const module of reached)
    for (const imported of graph.getModuleInfo(module)?.importedIds ?? []) reached.add(imported);
  return reached;
}
