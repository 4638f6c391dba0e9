import { beforeAll, expect, test } from "vitest";
import { ready } from "../../pad/fuzz/automerge";
import * as gestures from "../document/gestures/card";
import { addCards } from "../document/gestures/cards";
import { moveCards } from "../document/gestures/move";
import { comment } from "../document/gestures/on-card";
import { newPlan, Replica } from "../testing/replica";
import { historyOf } from "./history";

beforeAll(ready);

test("the history of a card says what was written, and nothing of other cards", async () => {
  let time = 1_795_000_000_000;
  const replica = new Replica(newPlan(), "ana", () => (time += 60_000));
  const { plan } = replica;
  const [id = "", other = ""] = plan.act("", (pen, now) =>
    addCards(pen, now, "c1", ["un", "deux"]),
  );
  plan.act("", (pen) => gestures.rename(pen, id, "premier"));
  plan.act("", (pen) => gestures.rename(pen, other, "autre"));
  plan.act("", (pen) => gestures.describe(pen, id, "long"));
  plan.act("", (pen) => gestures.describe(pen, id, "plus long"));
  plan.act("", (pen) => gestures.setMember(pen, id, "people", "ana", true));
  plan.act("", (pen, now) => moveCards(pen, now, [id], "c3", null));
  plan.act("", (pen, now) => moveCards(pen, now, [id], "c3", null));
  plan.act("", (pen, now) =>
    comment(pen, now.cards.find((card) => card.id === id) ?? never(), "bien"),
  );
  const events = await historyOf(replica.document, id, new AbortController().signal);
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
  expect(await historyOf(replica.document, "nowhere", new AbortController().signal)).toEqual([]);
});

function never(): never {
  throw new Error("the card is there");
}
