// What is exported is used by another file, and what only tests use is part of what the file itself does: the rest goes.
import { expect, test } from "vitest";
import { sources, type Source } from "./sources";

const EXPORT = /^export (?:async )?(const|let|function|class|type) (\w+)/gm;

const timesIn = ({ text }: Pick<Source, "text">, name: string): number =>
  text.match(new RegExp(`\\b${name}\\b`, "g"))?.length ?? 0;

/** The exports of `all` that nobody needs, each with the path of its file. */
function unused(all: readonly Source[]): string[] {
  return all
    .filter(({ isTest }) => !isTest)
    .flatMap((source) =>
      [...source.text.matchAll(EXPORT)].flatMap(([, what, name = ""]) => {
        const users = all.filter((other) => other !== source && timesIn(other, name) > 0);
        // A type says what a function of its file takes or gives: it may be named where that is used.
        const isOfUse = users.length > 0 || what === "type";
        const isAtWork = timesIn(source, name) > 1 || users.some(({ isTest }) => !isTest);
        return isOfUse && isAtWork ? [] : [`${source.path} ${name}`];
      }),
    );
}

/** Files that stand in for those of packages: these import them. */
const STAND_INS = /^\/(?:sync|ui)\/lean\//;

test("whatever is exported is used", () => {
  expect(unused(sources).filter((found) => !STAND_INS.test(found))).toEqual([]);
});

test("every component is shown by another", () => {
  const components = sources.filter(({ path }) => path.endsWith(".svelte"));
  const shown = (path: string): boolean => {
    const name = path.slice(path.lastIndexOf("/"));
    return sources.some((other) => other.path !== path && other.text.includes(`${name}"`));
  };
  const ours = components.filter(({ path }) => !STAND_INS.test(path));
  expect(ours.filter(({ path }) => !shown(path)).map(({ path }) => path)).toEqual([]);
});

test("an export nobody uses is found", () => {
  const file = (path: string, text: string, isTest = false): Source => ({ path, text, isTest });
  const rank = file("/rank.ts", "export const rank = 1;\nexport type Rank = string;");
  const found = (...others: Source[]): string[] => unused([rank, ...others]);
  expect(found()).toEqual(["/rank.ts rank", "/rank.ts Rank"]);
  expect(found(file("/a.ts", "rank satisfies Rank"))).toEqual([]);
  expect(found(file("/a.test.ts", "rank satisfies Rank", true))).toEqual([
    "/rank.ts rank",
    "/rank.ts Rank",
  ]);
});
