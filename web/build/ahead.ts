// Says what the pages fetch first that people wait for, besides what `index.html` names, so that the server can name it in the
// page itself: then everything is on its way at once, and not one thing after the other has run.
import { join } from "node:path";
import type { Plugin, Rolldown } from "vite";
import { bodiesOfKinds } from "./kinds.ts";

/** The modules that every document fetches when they are needed. */
const DOCUMENT = [
  "src/pages/Space.svelte",
  "src/pages/DocumentPage.svelte",
  "src/sync/connection.ts",
  "src/sync/watch-saving.svelte.ts",
];
/** The page where one says who one is. What is worked with after it is on its way meanwhile. */
const JOIN = "src/pages/Join.svelte";

type Bundle = Rolldown.OutputBundle;

const ROOT = join(import.meta.dirname, "..");

/** Writes `ahead/join.html` and, for every kind of documents, `ahead/documents/<kind>.html`: a link for each file. */
export function ahead(): Plugin {
  return {
    name: "atelier:ahead",
    apply: "build",
    enforce: "post",
    generateBundle(_, bundle) {
      const graph = { getModuleInfo: (id: string) => this.getModuleInfo(id) };
      const write = (page: string, links: string[]): void => {
        const [fileName, source] = [`ahead/${page}.html`, links.join("\n")];
        this.emitFile({ type: "asset", fileName, source });
      };
      write("join", [...linksFor(bundle, [JOIN]), wasmLink(bundle, ' fetchpriority="low"')]);
      for (const [kind, body] of bodiesOfKinds(ROOT, graph))
        write(`documents/${kind}`, [wasmLink(bundle), ...linksFor(bundle, [...DOCUMENT, body])]);
    },
  };
}

function linksFor(bundle: Bundle, modules: string[]): string[] {
  const known = new Set(withImports(bundle, [entryOf(bundle)]).map(({ fileName }) => fileName));
  const chunks = withImports(
    bundle,
    modules.map((module) => chunkOf(bundle, module)),
  ).filter(({ fileName }) => !known.has(fileName));
  const styles = new Set(
    chunks.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]),
  );
  return [
    ...chunks.map(({ fileName }) => `<link rel="modulepreload" crossorigin href="/${fileName}">`),
    ...[...styles].map(
      (fileName) => `<link rel="preload" as="style" crossorigin href="/${fileName}">`,
    ),
  ];
}

/** The chunks, each once, with all that they import at their start. */
function withImports(bundle: Bundle, chunks: Rolldown.OutputChunk[]): Rolldown.OutputChunk[] {
  const all = new Set(chunks);
  // A set grows while it is gone through.
  for (const { imports } of all)
    for (const name of imports) {
      const imported = bundle[name];
      if (imported?.type === "chunk") all.add(imported);
    }
  return [...all];
}

function chunksOf(bundle: Bundle): Rolldown.OutputChunk[] {
  return Object.values(bundle).filter((file) => file.type === "chunk");
}

function entryOf(bundle: Bundle): Rolldown.OutputChunk {
  const found = chunksOf(bundle).find(({ isEntry, name }) => isEntry && name !== "sw");
  if (!found) throw new Error("the build has no entry");
  return found;
}

function chunkOf(bundle: Bundle, module: string): Rolldown.OutputChunk {
  const found = chunksOf(bundle).find(({ moduleIds }) =>
    moduleIds.some((id) => id.endsWith(module)),
  );
  if (!found) throw new Error(`no part of the build holds ${module}`);
  return found;
}

function wasmLink(bundle: Bundle, more = ""): string {
  const found = Object.keys(bundle).find((name) => name.endsWith(".wasm"));
  if (found === undefined) throw new Error("the build has no WebAssembly");
  return `<link rel="preload" as="fetch" crossorigin${more} href="/${found}">`;
}
