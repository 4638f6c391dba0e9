// Doing and taking back: one's own actions only, and never over what others wrote since.
import { beforeAll, expect, test } from "vitest";
import { ready } from "../pad/fuzz/automerge";
import type { Card } from "./contract";
import * as card from "./document/gestures/card";
import { addCards, copyCard, titlesIn } from "./document/gestures/cards";
import { addColumn, removeColumn, restoreColumn } from "./document/gestures/columns";
import { addLabel } from "./document/gestures/labels";
import { moveCards } from "./document/gestures/move";
import { addChecks, changeCheck, comment, takeOff } from "./document/gestures/on-card";
import { Full } from "./document/gestures/refusal";
import { CHECKS_MAX } from "./document/limits";
import type { Plan } from "./plan.svelte";
import { newPlan, Replica } from "./testing/replica";

beforeAll(ready);

const solo = (): Plan => new Replica(newPlan(), "ana").plan;

function found(plan: Plan, title: string): Card {
  const one = plan.now.cards.find((known) => known.title === title);
  if (!one) throw new Error(`no card ${title}`);
  return one;
}

const column = (plan: Plan, id: string): string[] =>
  plan.now.cards.filter((one) => one.column === id && one.deleted === 0).map(({ title }) => title);

const add = (plan: Plan, ...titles: string[]): string[] =>
  plan.act("ajoutées", (pen, now) => addCards(pen, now, "c1", titles));

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
  const plan = solo();
  const [one, two, three] = add(plan, "un", "deux", "trois");
  expect(column(plan, "c1")).toEqual(["un", "deux", "trois"]);
  plan.act("", (pen, now) => moveCards(pen, now, [three ?? ""], "c1", one ?? null));
  expect(column(plan, "c1")).toEqual(["trois", "un", "deux"]);
  plan.act("", (pen, now) => moveCards(pen, now, [one ?? "", two ?? ""], "c3", null));
  expect(column(plan, "c3")).toEqual(["un", "deux"]);
  expect(found(plan, "un").done).toBe(true);
  plan.act("", (pen, now) => moveCards(pen, now, [one ?? ""], "c2", null));
  expect(found(plan, "un")).toMatchObject({ done: false, doneAt: 0, column: "c2" });
});

test("everything is taken back in turn, and done again", () => {
  const plan = solo();
  const before = plan.now;
  const [one] = add(plan, "un", "deux");
  const id = one ?? "";
  plan.act("", (pen) => card.rename(pen, id, "premier"));
  plan.act("", (pen) => card.describe(pen, id, "**tout** dire"));
  plan.act("", (pen) => card.setDay(pen, id, "due", "2026-12-01"));
  plan.act("", (pen) => card.setMember(pen, id, "people", "leo", true));
  plan.act("", (pen) => addChecks(pen, found(plan, "premier"), ["a", "b"]));
  plan.act("", (pen) => comment(pen, found(plan, "premier"), "bonjour"));
  plan.act("", (pen, now) => moveCards(pen, now, [id], "c2", null));
  const check = found(plan, "premier").checks[0]?.id ?? "";
  plan.act("", (pen) => changeCheck(pen, found(plan, "premier"), check, { done: true }));
  plan.act("", (pen) => takeOff(pen, found(plan, "premier"), "checks", check));
  plan.act("", (pen, now) => removeColumn(pen, now, "c2"));
  const after = plan.now;
  while (plan.undo() !== null);
  expect(plan.now.columns).toEqual(before.columns);
  expect(column(plan, "c1")).toEqual([]);
  while (plan.redo() !== null);
  expect(plan.now).toEqual(after);
});

test("a column comes back with exactly its cards", () => {
  const plan = solo();
  const [one] = add(plan, "un", "deux", "trois");
  plan.act("", (pen) => card.remove(pen, one ?? "", true));
  let time = 1_795_000_000_001;
  const later = new Replica(newPlan(), "bob", () => time++).plan;
  const [a] = add(later, "un", "deux", "trois");
  later.act("", (pen) => card.remove(pen, a ?? "", true));
  later.act("", (pen, now) => removeColumn(pen, now, "c1"));
  expect(later.now.columns.find(({ id }) => id === "c1")?.deleted).toBeGreaterThan(0);
  later.act("", (pen, now) => restoreColumn(pen, now, "c1"));
  expect(column(later, "c1")).toEqual(["deux", "trois"]);
});

test("one takes back one's own, and not over what others wrote since", () => {
  const document = newPlan();
  const [ana, bob] = [new Replica(document, "ana"), new Replica(document, "bob")];
  const [one] = add(ana.plan, "un");
  const id = one ?? "";
  ana.plan.act("titre", (pen) => card.rename(pen, id, "premier"));
  bob.merge(ana);
  expect(bob.plan.undo()).toBeNull();
  bob.plan.act("", (pen) => card.rename(pen, id, "de Bob"));
  bob.plan.act("", (pen, now) => moveCards(pen, now, [id], "c2", null));
  ana.plan.act("déplacée", (pen, now) => moveCards(pen, now, [id], "c3", null));
  ana.merge(bob);
  bob.merge(ana);
  expect(ana.plan.now).toEqual(bob.plan.now);
  ana.plan.act("jour", (pen) => card.setDay(pen, id, "due", "2026-12-01"));
  expect(ana.plan.undo()).toBe("jour");
  ana.plan.undo();
  expect(found(ana.plan, "de Bob").title).toBe("de Bob");
});

test("a copy has the words, not what was said about it", () => {
  const plan = solo();
  const [one] = add(plan, "un", "deux");
  plan.act("", (pen) => comment(pen, found(plan, "un"), "bonjour"));
  plan.act("", (pen) => addChecks(pen, found(plan, "un"), ["a"]));
  plan.act("", (pen, now) => copyCard(pen, now, found(plan, "un"), "un (copie)"));
  expect(column(plan, "c1")).toEqual(["un", "un (copie)", "deux"]);
  expect(found(plan, "un (copie)")).toMatchObject({ comments: [], checks: [{ text: "a" }] });
  expect(found(plan, "un").id).toBe(one);
});

test("what is too much is refused, and nothing of it is written", () => {
  const plan = solo();
  add(plan, "un");
  const lines = Array.from({ length: CHECKS_MAX + 1 }, (_, at) => String(at));
  expect(() => plan.act("", (pen) => addChecks(pen, found(plan, "un"), lines))).toThrow(Full);
  expect(found(plan, "un").checks).toEqual([]);
  plan.act("", (pen, now) => addLabel(pen, now, "Urgent", "red"));
  plan.act("", (pen, now) => addColumn(pen, now, "Idées"));
  expect(plan.now.labels).toHaveLength(1);
  expect(plan.now.columns.at(-1)?.title).toBe("Idées");
});

test("one thing is taken back, whatever was done since", () => {
  const plan = solo();
  const [one = "", two = ""] = add(plan, "un", "deux");
  plan.act("un", (pen) => card.remove(pen, one, true));
  const done = plan.last;
  plan.act("deux", (pen) => card.remove(pen, two, true));
  expect(done && plan.undoThis(done)).toBe(true);
  expect(column(plan, "c1")).toEqual(["un"]);
  expect(done && plan.undoThis(done)).toBe(false);
  expect(plan.undo()).toBe("deux");
});
