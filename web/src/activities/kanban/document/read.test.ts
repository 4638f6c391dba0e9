// The golden plan is written by the server's side and read by both: see `docs/documents.md`.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as Automerge from "@automerge/automerge/slim";
import { beforeAll, expect, test } from "vitest";
import { ready } from "../../pad/fuzz/automerge";
import { newPlan, Replica } from "../testing/replica";
import { addCards } from "./gestures/cards";
import { rename } from "./gestures/card";
import { createReader, readKanban } from "./read";

beforeAll(ready);

const golden = (extension: string): Uint8Array =>
  readFileSync(
    join(import.meta.dirname, `../../../../../crdt/golden/kanban-from-server.${extension}`),
  );

test("the plan of the other side is read as it reads it itself", () => {
  const plan = readKanban(Automerge.load(golden("automerge")));
  expect(plan).toEqual(JSON.parse(new TextDecoder().decode(golden("json"))));
});

test("what is no plan is an empty one", () => {
  for (const strange of [null, 3, "x", [], { columns: 3, cards: [], labels: "x" }])
    expect(readKanban(strange)).toEqual({ columns: [], cards: [], labels: [] });
});

test("cards that did not change are the same objects in the next plan", () => {
  const { plan, document } = new Replica(newPlan(), "ana");
  const [first, second] = plan.act("", (pen, now) => addCards(pen, now, "c1", ["un", "deux"]));
  expect(document).toBeDefined();
  const before = plan.now.cards;
  plan.act("", (pen) => rename(pen, first ?? "", "autre"));
  const of = (cards: typeof before, id: string | undefined) => cards.find((card) => card.id === id);
  expect(of(plan.now.cards, second)).toBe(of(before, second));
  expect(of(plan.now.cards, first)?.title).toBe("autre");
  const read = createReader();
  expect(read({}).cards).toEqual([]);
});
