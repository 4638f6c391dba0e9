// @vitest-environment happy-dom
// Every sentence has somebody who says it: one that nobody says any more is taken out, in both languages.
import { expect, test } from "vitest";
import { kanban } from "../src/activities/kanban/kind";
import { sources } from "./sources";

type Tree = { readonly [key: string]: unknown };

const modules = import.meta.glob<Record<string, unknown>>(
  [
    "../src/messages/say*.ts",
    "../src/activities/*/words/{words,inserting}.ts",
    "../src/activities/*/*/words/words.ts",
  ],
  { eager: true },
);

/** All sentences, by the name of the function that gives them: `say`, and those of each part of the app and kind. */
const trees = Object.fromEntries<Tree>([
  ["words", kanban.words()],
  ...Object.values(modules)
    .flatMap((module) => Object.entries(module))
    .filter(([name]) => name.startsWith("say"))
    .map(([name, say]): [string, Tree] => [name, (say as () => Tree)()]),
]);

const speakers = sources.filter(({ path }) => !/\/words\/|\/messages\/.*(fr|en)\.ts$/.test(path));

/** The sentences below a node, each by the keys that lead to it. A list is one sentence. */
function below(node: unknown): string[][] {
  if (typeof node !== "object" || node === null || Array.isArray(node)) return [[]];
  return Object.entries(node).flatMap(([key, value]) => below(value).map((keys) => [key, ...keys]));
}

const at = (tree: unknown, keys: readonly string[]): unknown =>
  keys.reduce<unknown>((node, key) => (node as Tree | undefined)?.[key], tree);

/**
 * The sentences of a tree that a file says, by their keys with dots between. What it takes a part of the tree for is not
 * followed: of such a part it says the sentences whose keys it names, and all of a part it hands on or picks from.
 */
function saidIn(text: string, name: string, tree: Tree): string[] {
  const uses = text.matchAll(new RegExp(`\\b${name}\\(\\)((?:\\s*\\??\\.\\s*\\w+)*)`, "g"));
  return [...uses].flatMap((use) => {
    const keys = (use[1] ?? "").split(/\W+/).filter(Boolean);
    while (keys.length > 0 && at(tree, keys) === undefined) keys.pop();
    const rest = text.slice(use.index + use[0].length);
    const holder = /(?:const|let) (\w+)[^=;]*= (?:\$derived\()?[\s(]*$/.exec(
      text.slice(0, use.index),
    );
    const names = (key: string): boolean => new RegExp(`\\b${key}\\b`).test(text);
    const isHandedOn = (key: string): boolean =>
      new RegExp(`\\.${key}\\b(?!\\s*\\??\\.)|\\b${key}\\[`).test(text);
    const isAll = rest.startsWith("[") || (!!holder?.[1] && text.includes(`${holder[1]}[`));
    return below(at(tree, keys))
      .filter((found) => {
        const whole = found.slice(0, -1).findIndex(isHandedOn);
        return isAll || found.slice(0, whole < 0 ? undefined : whole + 1).every(names);
      })
      .map((found) => [...keys, ...found].join("."));
  });
}

test.each(Object.entries(trees))("each sentence of %s is said somewhere", (name, tree) => {
  const said = new Set(speakers.flatMap(({ text }) => saidIn(text, name, tree)));
  const all = below(tree).map((keys) => keys.join("."));
  expect(all.filter((sentence) => !said.has(sentence))).toEqual([]);
});

test("the sentences of every kind are looked at", () => {
  expect(Object.keys(trees)).toEqual(
    expect.arrayContaining(["say", "sayStructure", "sayKanban", "sayPad", "sayVote", "words"]),
  );
});

test("a sentence nobody says is found", () => {
  const tree = { a: { b: "x", c: "y", list: ["z"] }, kinds: { d: "v" }, e: "w" };
  const heard = (text: string): string[] => saidIn(text, "say", tree);
  expect(heard("say().a.b")).toEqual(["a.b"]);
  expect(heard("const words = $derived(say().a); words.c")).toEqual(["a.c"]);
  expect(heard("say().kinds[kind]")).toEqual(["kinds.d"]);
  expect(heard("const { list } = say().a")).toEqual(["a.list"]);
  expect(heard("sayMore().a.b")).toEqual([]);
});
