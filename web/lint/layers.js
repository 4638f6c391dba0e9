// Which folder of `src` may import which, as docs/architecture.md draws it; and who may know Automerge.
import { dirname, relative, resolve } from "node:path";

/**
 * Every folder of `src`, lowest floor first, with those it may import besides itself. What stands beside them, such as
 * `main.ts`, may import all.
 *
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const LAYERS = {
  generated: [],
  style: [],
  router: [],
  "service-worker": [],
  messages: [],
  day: ["messages"],
  api: ["generated", "messages"],
  ui: ["router", "messages"],
  sync: ["generated", "day", "api"],
  document: ["sync", "day"],
  live: ["generated", "api", "sync"],
  activities: ["generated", "router", "messages", "day", "api", "ui", "sync", "document", "live"],
  pages: [
    "generated",
    "style",
    "router",
    "messages",
    "day",
    "api",
    "ui",
    "sync",
    "live",
    "activities",
  ],
};

/** Where Automerge is known: nothing else sees how documents are kept. */
const KNOWS_AUTOMERGE = /^(sync|document|activities\/pad\/binding)\//;
/** Tests make and look into documents of their own. */
const IS_TEST = /\.(test|fake)\.ts$|\/(testing|fuzz)\//;
/** The list of the kinds, the one place beside a kind's own folder that imports it from inside `activities`. */
const KINDS = "activities/kinds.ts";

/**
 * Why a file may not import another; null when it may.
 *
 * @param {string} file its path from `src`
 * @param {string} imported a path from `src`, or the name of a package
 * @param {boolean} isPackage
 * @returns {string | null}
 */
export function refusal(file, imported, isPackage) {
  if (isPackage) {
    const isFree = KNOWS_AUTOMERGE.test(file) || IS_TEST.test(file);
    return imported.startsWith("@automerge/") && !isFree
      ? "Automerge is known to 'sync', 'document' and the binding of pads alone."
      : null;
  }
  const [from, to] = [folderOf(file), folderOf(imported)];
  if (from === "" || to === "..") return null;
  const above = LAYERS[from];
  if (!above) return `Give the folder '${from}' its place in lint/layers.js.`;
  if (from !== to)
    return above.includes(to) ? null : `'${from}' may not import '${to}': see lint/layers.js.`;
  const [own, other] = [kindOf(file), kindOf(imported)];
  const isAlien = other !== "" && own !== other && file !== KINDS;
  return isAlien
    ? "A kind of activity is imported by the list of kinds and by itself alone."
    : null;
}

/** @param {string} path */
function folderOf(path) {
  return path.includes("/") ? (path.split("/")[0] ?? "") : "";
}

/** @param {string} path */
function kindOf(path) {
  const [folder, kind, ...rest] = path.split("/");
  return folder === "activities" && rest.length > 0 ? (kind ?? "") : "";
}

/** @type {import("eslint").Rule.RuleModule} */
export const layers = {
  meta: { type: "problem", schema: [] },
  create(context) {
    const root = resolve(context.cwd, "src");
    const file = relative(root, context.filename);
    /** @param {{ source?: import("estree").Node | null | undefined }} node */
    const check = ({ source }) => {
      if (source?.type !== "Literal" || typeof source.value !== "string") return;
      const isPackage = !source.value.startsWith(".");
      const imported = isPackage
        ? source.value
        : relative(root, resolve(dirname(context.filename), source.value));
      const message = refusal(file, imported, isPackage);
      if (message !== null) context.report({ node: source, message });
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
    };
  },
};
