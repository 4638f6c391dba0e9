// Doing and taking back: one's own actions only, and never over what others wrote since.
import { beforeAll, expect, test } from "vitest";
import { ready } from "../../document/testing/automerge";
import type { Card } from "./contract";
import * as card from "./document/gestures/card";
import { addCards, copyCard } from "./document/gestures/cards";
import { titlesIn } from "./document/gestures/titles";
import { addColumn, removeColumn, restoreColumn } from "./document/gestures/columns";
import { addLabel } from "./document/gestures/labels";
import { moveCards } from "./document/gestures/move";
import { addChecks, changeCheck, comment, takeOff } from "./document/gestures/on-card";
import { Full } from "./document/gestures/refusal";
import { CHECKS_MAX } from "./document/limits";
import type { OpenKanban } from "./open-kanban";
import { newKanban, Replica } from "./testing/replica";

beforeAll(ready);

const solo = (): OpenKanban => new Replica(newKanban(), "ana").kanban;

function found(kanban: OpenKanban, title: string): Card {
  const one = kanban.now.cards.find((known) => known.title === title);
  if (!one) throw new Error(`no card ${title}`);
  return one;
}

const column = (kanban: OpenKanban, id: string): string[] =>
  kanban.now.cards
    .filter((one) => one.column === id && one.deleted === 0)
    .map(({ title }) => title);

const add = (kanban: OpenKanban, ...titles: string[]): string[] =>
  kanban.act("ajoutées", (pen, now) => addCards(pen, now, "c1", titles));

test("lines that are pasted become cards, without the signs of their list", () => {
  expect(titlesIn("- un\n\n  * deux\r\n3. trois\n- [x] quatre\n☕ cinq")).toEqual([
    "un",
    "deux",
    "trois",
    "quatre",
    "☕ cinq",
  ]);
});

test("cards stand where they were put", () => {
  const kanban = solo();
  const [one, two, three] = add(kanban, "un", "deux", "trois");
  expect(column(kanban, "c1")).toEqual(["un", "deux", "trois"]);
  kanban.act("", (pen, now) => moveCards(pen, now, [three ?? ""], "c1", one ?? null));
  expect(column(kanban, "c1")).toEqual(["trois", "un", "deux"]);
  kanban.act("", (pen, now) => moveCards(pen, now, [one ?? "", two ?? ""], "c3", null));
  expect(column(kanban, "c3")).toEqual(["un", "deux"]);
  expect(found(kanban, "un").done).toBe(true);
  kanban.act("", (pen, now) => moveCards(pen, now, [one ?? ""], "c2", null));
  expect(found(kanban, "un")).toMatchObject({ done: false, doneAt: 0, column: "c2" });
});

test("everything is taken back in turn, and done again", () => {
  const kanban = solo();
  const before = kanban.now;
  const [one] = add(kanban, "un", "deux");
  const id = one ?? "";
  kanban.act("", (pen) => card.rename(pen, id, "premier"));
  kanban.act("", (pen) => card.describe(pen, id, "**tout** dire"));
  kanban.act("", (pen) => card.setDay(pen, id, "due", "2026-12-01"));
  kanban.act("", (pen) => card.setMember(pen, id, "people", "leo", true));
  kanban.act("", (pen) => addChecks(pen, found(kanban, "premier"), ["a", "b"]));
  kanban.act("", (pen) => comment(pen, found(kanban, "premier"), "bonjour"));
  kanban.act("", (pen, now) => moveCards(pen, now, [id], "c2", null));
  const check = found(kanban, "premier").checks[0]?.id ?? "";
  kanban.act("", (pen) => changeCheck(pen, found(kanban, "premier"), check, { done: true }));
  kanban.act("", (pen) => takeOff(pen, found(kanban, "premier"), "checks", check));
  kanban.act("", (pen, now) => removeColumn(pen, now, "c2"));
  const after = kanban.now;
  while (kanban.undo() !== null);
  expect(kanban.now.columns).toEqual(before.columns);
  expect(column(kanban, "c1")).toEqual([]);
  while (kanban.redo() !== null);
  expect(kanban.now).toEqual(after);
});

test("a column comes back with exactly its cards", () => {
  const kanban = solo();
  const [one] = add(kanban, "un", "deux", "trois");
  kanban.act("", (pen) => card.remove(pen, one ?? "", true));
  let time = 1_795_000_000_001;
  const later = new Replica(newKanban(), "bob", () => time++).kanban;
  const [a] = add(later, "un", "deux", "trois");
  later.act("", (pen) => card.remove(pen, a ?? "", true));
  later.act("", (pen, now) => removeColumn(pen, now, "c1"));
  expect(later.now.columns.find(({ id }) => id === "c1")?.deleted).toBeGreaterThan(0);
  later.act("", (pen, now) => restoreColumn(pen, now, "c1"));
  expect(column(later, "c1")).toEqual(["deux", "trois"]);
});

test("one takes back one's own, and not over what others wrote since", () => {
  const document = newKanban();
  const [ana, bob] = [new Replica(document, "ana"), new Replica(document, "bob")];
  const [one] = add(ana.kanban, "un");
  const id = one ?? "";
  ana.kanban.act("titre", (pen) => card.rename(pen, id, "premier"));
  bob.merge(ana);
  expect(bob.kanban.undo()).toBeNull();
  bob.kanban.act("", (pen) => card.rename(pen, id, "de Bob"));
  bob.kanban.act("", (pen, now) => moveCards(pen, now, [id], "c2", null));
  ana.kanban.act("déplacée", (pen, now) => moveCards(pen, now, [id], "c3", null));
  ana.merge(bob);
  bob.merge(ana);
  expect(ana.kanban.now).toEqual(bob.kanban.now);
  ana.kanban.act("jour", (pen) => card.setDay(pen, id, "due", "2026-12-01"));
  expect(ana.kanban.undo()).toBe("jour");
  ana.kanban.undo();
  expect(found(ana.kanban, "de Bob").title).toBe("de Bob");
});

test("a copy has the words, not what was said about it", () => {
  const kanban = solo();
  const [one] = add(kanban, "un", "deux");
  kanban.act("", (pen) => comment(pen, found(kanban, "un"), "bonjour"));
  kanban.act("", (pen) => addChecks(pen, found(kanban, "un"), ["a"]));
  kanban.act("", (pen, now) => copyCard(pen, now, found(kanban, "un"), "un (copie)"));
  expect(column(kanban, "c1")).toEqual(["un", "un (copie)", "deux"]);
  expect(found(kanban, "un (copie)")).toMatchObject({ comments: [], checks: [{ text: "a" }] });
  expect(found(kanban, "un").id).toBe(one);
});

test("what is too much is refused, and nothing of it is written", () => {
  const kanban = solo();
  add(kanban, "un");
  const lines = Array.from({ length: CHECKS_MAX + 1 }, (_, at) => String(at));
  expect(() => kanban.act("", (pen) => addChecks(pen, found(kanban, "un"), lines))).toThrow(Full);
  expect(found(kanban, "un").checks).toEqual([]);
  kanban.act("", (pen, now) => addLabel(pen, now, "Urgent", "red"));
  kanban.act("", (pen, now) => addColumn(pen, now, "Idées"));
  expect(kanban.now.labels).toHaveLength(1);
  expect(kanban.now.columns.at(-1)?.title).toBe("Idées");
});

test("one thing is taken back, whatever was done since", () => {
  const kanban = solo();
  const [one = "", two = ""] = add(kanban, "un", "deux");
  kanban.act("un", (pen) => card.remove(pen, one, true));
  const done = kanban.last;
  kanban.act("deux", (pen) => card.remove(pen, two, true));
  expect(done && kanban.undoThis(done)).toBe(true);
  expect(column(kanban, "c1")).toEqual(["un"]);
  expect(done && kanban.undoThis(done)).toBe(false);
  expect(kanban.undo()).toBe("deux");
});
