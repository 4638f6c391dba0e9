import { expect, test } from "vitest";
import type { ListedDocument } from "../../sync/views";
import { groupsOf, isListed, LISTED_MAX } from "./groups";

const document = (id: string, kind: string, archived = false): ListedDocument => ({
  id,
  kind,
  title: id,
  access: "write",
  archived,
  locked: false,
  updated: null,
});

test("documents stand under their kinds: the agenda first, then as the list of kinds has them, the unknown last", () => {
  const all = [
    document("a", "pad"),
    document("b", "later"),
    document("c", "agenda"),
    document("d", "vote"),
    document("e", "pad"),
    document("f", "pad", true),
  ];
  const groups = groupsOf(all, ["pad", "vote", "kanban", "agenda"]);
  expect(groups.map(({ kind, documents }) => [kind, documents.map(({ id }) => id)])).toEqual([
    ["agenda", ["c"]],
    ["pad", ["a", "e"]],
    ["vote", ["d"]],
    ["later", ["b"]],
  ]);
});

test("many of one kind wait to be asked for, unless one of them is shown", () => {
  const many = Array.from({ length: LISTED_MAX + 1 }, (_, at) => document(String(at), "pad"));
  const [group] = groupsOf(many, ["pad"]);
  expect(group && isListed(group, null)).toBe(false);
  expect(group && isListed(group, "3")).toBe(true);
});
