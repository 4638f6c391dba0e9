import { readFileSync } from "node:fs";
import * as Automerge from "@automerge/automerge/slim";
import { beforeAll, expect, test } from "vitest";
import { ready } from "../../../document/testing/automerge";
import { itemsOf, readWall } from "./read";

beforeAll(ready);

test("a wall of the server reads here as there", () => {
  const golden = new URL("../../../../../crdt/golden/wall-from-server", import.meta.url);
  const document = Automerge.load(readFileSync(`${golden.pathname}.automerge`));
  const { kind, version, ...there } = JSON.parse(
    readFileSync(`${golden.pathname}.json`, "utf8"),
  ) as Record<string, unknown>;
  expect([kind, version]).toEqual(["wall", 1]);
  expect(readWall(document)).toEqual({ ...there, outcome: there["outcome"] ?? null });
});

test("notes that stand alone and groups stand in one order, and an empty group is not there", () => {
  const wall = readWall({
    columns: { c1: { title: "Attentes", rank: "V" }, c2: { title: "Idées", rank: "F" } },
    groups: { g: { title: "Outils", column: "c1", rank: "B" }, h: { title: "Vide", column: "c1" } },
    notes: {
      a: { text: "Un", column: "c1", rank: "A", group: "" },
      b: { text: "Deux", column: "c2", rank: "Z", group: "g" },
      c: { text: "Trois", column: "c1", rank: "C", group: "gone" },
      d: { text: "Quatre", column: "nowhere", rank: "A" },
    },
  });
  expect(wall.columns.map(({ id }) => id)).toEqual(["c2", "c1"]);
  expect(wall.groups.map(({ id }) => id)).toEqual(["g"]);
  expect(itemsOf(wall, "c1").map(({ id }) => id)).toEqual(["a", "g", "c"]);
  expect(itemsOf(wall, "c2").map(({ id }) => id)).toEqual(["d"]);
});

test("whatever stands there, it can be shown", () => {
  for (const odd of [null, "x", [], { columns: 3, notes: [1], groups: { g: null } }]) {
    const { columns, notes, state } = readWall(odd);
    expect([columns.length, notes, state]).toEqual([1, [], "preparing"]);
  }
  const gone = readWall({ columns: { c1: { title: "Seule", deleted: 5 } } });
  expect(gone.columns.map(({ title }) => title)).toEqual(["Seule"]);
});
