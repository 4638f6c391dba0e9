import { beforeAll, expect, test } from "vitest";
import { ready } from "../../../document/testing/automerge";
import { addCards } from "../document/gestures/cards";
import { archive, rename } from "../document/gestures/card";
import { moveCards } from "../document/gestures/move";
import { newKanban, Replica } from "../testing/replica";
import { arrivals } from "./arrivals";

beforeAll(ready);

test("a card is heard of where it comes, and not when it only changes", () => {
  const { kanban } = new Replica(newKanban(), "ana");
  const empty = kanban.now;
  const [card = ""] = kanban.act("", (pen, now) => addCards(pen, now, "c1", ["un"]));
  const added = kanban.now;
  expect(arrivals(empty, added).map(({ title }) => title)).toEqual(["un"]);
  kanban.act("", (pen) => rename(pen, card, "autre"));
  const renamed = kanban.now;
  expect(arrivals(added, renamed)).toEqual([]);
  kanban.act("", (pen, now) => moveCards(pen, now, [card], "c2", null));
  expect(arrivals(renamed, kanban.now).map(({ column }) => column)).toEqual(["c2"]);
  const moved = kanban.now;
  kanban.act("", (pen) => archive(pen, card, true));
  expect(arrivals(moved, kanban.now)).toEqual([]);
});
