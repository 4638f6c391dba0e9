// The golden kanban is written by the server's side and read by both: see `docs/documents.md`.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as Automerge from "@automerge/automerge/slim";
import { beforeAll, expect, test } from "vitest";
import { ready } from "../../../document/testing/automerge";
import { newKanban, Replica } from "../testing/replica";
import { addCards } from "./gestures/cards";
import { rename } from "./gestures/card";
import type { Kanban } from "../contract";
import { createReader } from "./read";

beforeAll(ready);

const readKanban = (document: unknown): Kanban => createReader()(document);

const golden = (extension: string): Uint8Array =>
  readFileSync(
    join(import.meta.dirname, `../../../../../crdt/golden/kanban-from-server.${extension}`),
  );

test("the kanban of the other side is read as it reads it itself", () => {
  const kanban = readKanban(Automerge.load(golden("automerge")));
  expect(kanban).toEqual(JSON.parse(new TextDecoder().decode(golden("json"))));
});

test("what is no kanban is an empty one", () => {
  for (const strange of [null, 3, "x", [], { columns: 3, cards: [], labels: "x" }])
    expect(readKanban(strange)).toEqual({ columns: [], cards: [], labels: [] });
});

test("cards that did not change are the same objects in the next kanban", () => {
  const { kanban, document } = new Replica(newKanban(), "ana");
  const [first, second] = kanban.act("", (pen, now) => addCards(pen, now, "c1", ["un", "deux"]));
  expect(document).toBeDefined();
  const before = kanban.now.cards;
  kanban.act("", (pen) => rename(pen, first ?? "", "autre"));
  const of = (cards: typeof before, id: string | undefined) => cards.find((card) => card.id === id);
  expect(of(kanban.now.cards, second)).toBe(of(before, second));
  expect(of(kanban.now.cards, first)?.title).toBe("autre");
  const read = createReader();
  expect(read({}).cards).toEqual([]);
});
