// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { asked, everything, matches, type Filter } from "./filter";
import { card, comment, label, line } from "./sample";

const context = {
  me: "ana",
  today: "2026-11-23",
  labels: [label("l1", "Santé"), label("l2", "Hiver")],
};
const passes = (one: ReturnType<typeof card>, filter: Partial<Filter>): boolean =>
  matches(one, { ...everything, ...filter }, context);

test("without a filter every card is shown", () => {
  expect(passes(card("a"), {})).toBe(true);
  expect(passes(card("a", { done: true }), { text: "  " })).toBe(true);
  expect(asked(everything)).toBe(0);
});

test("words are found wherever they are in a card, whatever their accents", () => {
  const one = card("a", {
    title: "Préparer l’Œuvre",
    description: "Salle *louée*",
    labels: ["l1"],
    checks: [line("Acheter du café")],
    comments: [comment("Vu avec Zoé")],
  });
  for (const text of ["preparer L'oeuvre", "LOUEE salle", "cafe", "zoe", "sante cafe"]) {
    expect(passes(one, { text }), text).toBe(true);
  }
  for (const text of ["hiver", "café thé"]) expect(passes(one, { text }), text).toBe(false);
});

test("a card that changed is searched anew", () => {
  const before = card("a", { title: "Pain" });
  expect(passes(before, { text: "pain" })).toBe(true);
  expect(passes({ ...before, title: "Vin" }, { text: "pain" })).toBe(false);
});

test("of several people or labels one is enough, and I am one of them", () => {
  const mine = card("a", { people: ["ana"], labels: ["l2"] });
  expect(passes(mine, { people: ["me"] })).toBe(true);
  expect(passes(mine, { people: ["ben", "ana"] })).toBe(true);
  expect(passes(mine, { people: ["ben"] })).toBe(false);
  expect(passes(mine, { labels: ["l1", "l2"] })).toBe(true);
  expect(passes(mine, { labels: ["l1"] })).toBe(false);
  expect(passes(mine, { people: ["me"], labels: ["l1"] })).toBe(false);
});

test("days are late, within the week, or not set", () => {
  const shown = (due: Filter["due"]): string[] =>
    ["", "2026-11-22", "2026-11-23", "2026-11-30", "2026-12-01"].filter((day) =>
      passes(card("a", { due: day }), { due }),
    );
  expect(shown("late")).toEqual(["2026-11-22"]);
  expect(shown("week")).toEqual(["2026-11-23", "2026-11-30"]);
  expect(shown("none")).toEqual([""]);
  expect(passes(card("a", { due: "2026-11-22", done: true }), { due: "late" })).toBe(false);
});

test("open cards and done ones", () => {
  expect(passes(card("a"), { done: "open" })).toBe(true);
  expect(passes(card("a"), { done: "done" })).toBe(false);
  expect(passes(card("a", { done: true }), { done: "done" })).toBe(true);
});
