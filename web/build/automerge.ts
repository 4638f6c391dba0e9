// Leaves out of Automerge what nothing here asks of it: a fifth of its WebAssembly, and what calls that from JavaScript.
import { readFile } from "node:fs/promises";
import type { Plugin, Rolldown } from "vite";
import { shaken } from "./wasm/shake.ts";

/** What documents are never asked for. The build fails when one of these is asked for all the same. */
const UNWANTED_OF_DOCUMENTS = [
  ...["addCommits", "addFragments", "bundleFragmentMetadata", "getFragmentMeta"],
  ...["getFragmentMetadata", "saveBundle", "saveNoCompress", "saveAndVerify", "saveIncremental"],
  ...["anonymize", "dump", "toJS", "objInfo", "diffIncremental", "diffPath", "resetDiffCursor"],
  ...["getActorsForAuthor", "getAuthor", "getAuthorForActor", "getAuthors", "getChangeMetaByHash"],
  ...["getLastLocalChange", "getMissingDeps", "hasOurChanges", "merge", "pushObject"],
  ...["joinBlock", "updateBlock", "updateSpans", "marksAt"],
];
const UNWANTED_OF_MODULE = ["encodeChange", "readBundle"];
const UNWANTED: readonly string[] = [...UNWANTED_OF_DOCUMENTS, ...UNWANTED_OF_MODULE];
/** What of it the WebAssembly exports. */
export const UNWANTED_EXPORTS: ReadonlySet<string> = new Set([
  ...UNWANTED_OF_DOCUMENTS.map((name) => `automerge_${name}`),
  ...UNWANTED_OF_MODULE,
]);

const WASM = /^(.+\/(automerge\.wasm))\?url$/;
/** What speaks to the WebAssembly, and what alone speaks to that. */
const BINDING = /\/@automerge\/automerge\/.+\/web\/automerge_wasm\.js$/;
const LIBRARY = /\/@automerge\/automerge\/dist\/mjs\//;

export function leanAutomerge(): Plugin {
  return {
    name: "atelier:automerge",
    apply: "build",
    enforce: "pre",
    async load(id) {
      const [, path, name] = WASM.exec(id) ?? [];
      if (path === undefined || name === undefined) return null;
      const source = shaken(await readFile(path), UNWANTED_EXPORTS);
      const file = this.emitFile({ type: "asset", name, source });
      return `export default import.meta.ROLLUP_FILE_URL_${file};`;
    },
    transform(code, id) {
      if (!BINDING.test(id)) return null;
      return { code: without(code, unwantedIn(this.parse(code))), map: null };
    },
    generateBundle(_, bundle) {
      for (const name of askedOf(bundle))
        if (UNWANTED.includes(name)) this.error(`${name} of Automerge is left out, and asked for`);
    },
  };
}

type Range = { start: number; end: number };
type Program = ReturnType<Rolldown.PluginContext["parse"]>;

/** Where the methods and functions are that nobody asks for, the last first. */
function unwantedIn({ body }: Program): Range[] {
  const found = body.flatMap((each): Range[] => {
    if (each.type !== "ExportNamedDeclaration") return [];
    if (each.declaration?.type === "ClassDeclaration")
      return each.declaration.body.body.filter(
        (member) => member.type === "MethodDefinition" && isUnwanted(member.key),
      );
    const name = each.declaration?.type === "FunctionDeclaration" && each.declaration.id;
    return name && isUnwanted(name) ? [each] : [];
  });
  return found.sort((a, b) => b.start - a.start);
}

function isUnwanted(named: { type: string } | { type: "Identifier"; name: string }): boolean {
  return "name" in named && UNWANTED.includes(named.name);
}

function without(code: string, ranges: readonly Range[]): string {
  return ranges.reduce((left, { start, end }) => left.slice(0, start) + left.slice(end), code);
}

/** The names of what the library asks of anything, in what is left of it. */
function askedOf(bundle: Rolldown.OutputBundle): string[] {
  const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
  const modules = chunks.flatMap((chunk) => Object.entries(chunk.modules));
  const library = modules.filter(([id]) => LIBRARY.test(id) && !BINDING.test(id));
  if (library.length === 0) throw new Error("the build has no Automerge");
  return library.flatMap(([, { code }]) =>
    [...(code ?? "").matchAll(/\.(\w+)/g)].map(([, name = ""]) => name),
  );
}
