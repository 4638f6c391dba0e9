// Tells the service worker which files the app is made of, so that it opens without a network.
import { createHash } from "node:crypto";
import type { Plugin } from "vite";

/** The entry whose chunk becomes `/sw.js`, and the words in it that stand for what only the build knows. */
const WORKER = "sw";
const FILES = "__ATELIER_FILES__";
const VERSION = "__ATELIER_VERSION__";

/** Fills in the list of files and the version; both words stand as strings in the worker's source. */
export function offline(): Plugin {
  return {
    name: "atelier:offline",
    apply: "build",
    enforce: "post",
    generateBundle(_, bundle) {
      const worker = bundle[`${WORKER}.js`];
      if (worker?.type !== "chunk") this.error(`the build has no ${WORKER}.js`);
      if (worker.imports.length > 0) this.error("the service worker must be one file");
      const files = filesToKeep(Object.keys(bundle));
      const version = createHash("sha256").update(files.join("\n")).digest("hex").slice(0, 16);
      worker.code = filled(worker.code, VERSION, version);
      worker.code = filled(worker.code, FILES, files.join(" "));
    },
  };
}

/** Names under /assets hold the hash of their content: the same name is the same file for ever. */
function filesToKeep(names: string[]): string[] {
  return names
    .filter((name) => name.startsWith("assets/") && !name.endsWith(".map"))
    .map((name) => `/${name}`)
    .sort();
}

function filled(code: string, word: string, value: string): string {
  if (!code.includes(word)) throw new Error(`the service worker does not ask for ${word}`);
  return code.replace(word, value);
}
