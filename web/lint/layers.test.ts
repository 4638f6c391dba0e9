// The rule that holds the folders of `src` to the arrows of docs/architecture.md.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Linter } from "eslint";
import tseslint from "typescript-eslint";
import { expect, test } from "vitest";
import { LAYERS, layers } from "./layers.js";

const web = join(import.meta.dirname, "..");
const linter = new Linter({ cwd: web });

/** What the rule says of a file with this line in it. */
function said(file: string, line: string): string[] {
  const found = linter.verify(
    line,
    {
      files: ["**/*.ts"],
      languageOptions: { parser: tseslint.parser },
      plugins: { atelier: { rules: { layers } } },
      rules: { "atelier/layers": "error" },
    },
    { filename: join(web, "src", file) },
  );
  return found.map(({ message }) => message);
}

test.each([
  ["ui/Button.ts", 'import { me } from "../api/atelier";'],
  ["ui/Button.ts", 'import type { Me } from "../api/atelier";'],
  ["ui/Button.ts", 'export { me } from "../api/atelier";'],
  ["ui/Button.ts", 'export * from "../api/atelier";'],
  ["ui/Button.ts", 'void import("../api/atelier");'],
  ["sync/hands.ts", 'import { News } from "../live/news";'],
  ["live/news.ts", 'import { kinds } from "../activities/kinds";'],
  ["activities/pad/page/link.ts", 'import { Space } from "../../../pages/space/stay";'],
])("%s may not: %s", (file, line) => {
  expect(said(file, line)).toHaveLength(1);
});

test.each([
  ["ui/Button.ts", 'import { say } from "../messages/say.svelte";'],
  ["ui/Button.ts", 'import { modal } from "./modal";'],
  ["ui/Button.ts", 'import { untrack } from "svelte";'],
  ["sync/connection.ts", 'import { Repo } from "@automerge/automerge-repo/slim";'],
  ["pages/Home.ts", 'void import("../activities/kinds");'],
  ["main.ts", 'import App from "./pages/Home";'],
])("%s may: %s", (file, line) => {
  expect(said(file, line)).toEqual([]);
});

test("kinds of activities do not know each other", () => {
  const line = 'import { readNews } from "../vote/news";';
  expect(said("activities/pad/kind.ts", line)).toHaveLength(1);
  expect(said("activities/vote/kind.ts", line)).toEqual([]);
  expect(said("activities/place.ts", 'import { vote } from "./vote/kind";')).toHaveLength(1);
  expect(said("activities/kinds.ts", 'import { vote } from "./vote/kind";')).toEqual([]);
});

test("Automerge is known to few", () => {
  const line = 'import type { Doc } from "@automerge/automerge/slim";';
  for (const file of ["pages/Home.ts", "live/news.ts", "activities/pad/view/editor.ts"])
    expect(said(file, line), file).toHaveLength(1);
  for (const file of ["document/pen.ts", "activities/pad/binding/body.ts", "live/news.test.ts"])
    expect(said(file, line), file).toEqual([]);
});

test("every folder has its place, and a folder without one is told", () => {
  const entries = readdirSync(join(web, "src"), { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  expect(Object.keys(LAYERS).sort()).toEqual(folders.sort());
  expect(said("attic/box.ts", 'import { say } from "../ui/modal";')[0]).toContain("'attic'");
});

test("the arrows go one way: a folder only imports those before it", () => {
  const order = Object.keys(LAYERS);
  for (const [at, folder] of order.entries())
    for (const imported of LAYERS[folder] ?? [])
      expect(order.slice(0, at), `${folder} imports ${imported}`).toContain(imported);
});

test("the page on architecture draws the same arrows", () => {
  const page = readFileSync(join(web, "../docs/architecture.md"), "utf8");
  for (const [folder, imported] of Object.entries(LAYERS)) {
    const [, drawn = ""] = new RegExp(`^${folder} +→ (.+)$`, "m").exec(page) ?? [];
    const named = drawn === "nothing of ours" ? [] : drawn.split(", ");
    expect(named.sort(), folder).toEqual([...imported].sort());
  }
});
