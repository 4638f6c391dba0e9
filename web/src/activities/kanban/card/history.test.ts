import { beforeAll, expect, test } from "vitest";
import { ready } from "../../../document/testing/automerge";
import * as gestures from "../document/gestures/card";
import { addCards } from "../document/gestures/cards";
import { moveCards } from "../document/gestures/move";
import { comment } from "../document/gestures/on-card";
import { newKanban, Replica } from "../testing/replica";
import { historyOf } from "../../../document/history";
import { cardAsItem } from "./history";

beforeAll(ready);

test("the history of a card says what was written, and nothing of other cards", async () => {
  let time = 1_795_000_000_000;
  const replica = new Replica(newKanban(), "ana", () => (time += 60_000));
  const { kanban } = replica;
  const [id = "", other = ""] = kanban.act("", (pen, now) =>
    addCards(pen, now, "c1", ["un", "deux"]),
  );
  kanban.act("", (pen) => gestures.rename(pen, id, "premier"));
  kanban.act("", (pen) => gestures.rename(pen, other, "autre"));
  kanban.act("", (pen) => gestures.describe(pen, id, "long"));
  kanban.act("", (pen) => gestures.describe(pen, id, "plus long"));
  kanban.act("", (pen) => gestures.setMember(pen, id, "people", "ana", true));
  kanban.act("", (pen, now) => moveCards(pen, now, [id], "c3", null));
  kanban.act("", (pen, now) => moveCards(pen, now, [id], "c3", null));
  kanban.act("", (pen, now) =>
    comment(pen, now.cards.find((card) => card.id === id) ?? never(), "bien"),
  );
  const events = await historyOf(replica.document, cardAsItem(id), new AbortController().signal);
  expect(events.map(({ field, value }) => [field, value])).toEqual([
    ["comments", null],
    ["done", "1"],
    ["column", "c3"],
    ["people", null],
    ["description", "plus long"],
    ["description", "long"],
    ["title", "premier"],
    ["created", null],
  ]);
  expect(events[0]?.at).toBeGreaterThan(events[1]?.at ?? Infinity);
  expect(
    await historyOf(replica.document, cardAsItem("nowhere"), new AbortController().signal),
  ).toEqual([]);
});

function never(): never {
  throw new Error("the card is there");
}
