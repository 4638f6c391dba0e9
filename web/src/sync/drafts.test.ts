// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from "vitest";
import { DAY_MS } from "../day/day-ms";
import { Draft } from "./draft.svelte";
import { begunIn, forgetAllBegun, forgetEverythingBegun, keepBegun } from "./drafts";

beforeEach(() => {
  vi.unstubAllGlobals();
  forgetEverythingBegun();
  localStorage.clear();
});

test("what was begun is there again, each field's own, until it is sent", () => {
  new Draft("plan", "comment").text = "Je pense que";
  const again = new Draft("plan", "comment");
  expect([again.text, again.wasBegun]).toEqual(["Je pense que", true]);
  expect(new Draft("plan", "title", "Budget").text).toBe("Budget");
  expect(new Draft("other", "comment").text).toBe("");
  again.settle();
  expect([again.text, new Draft("plan", "comment").wasBegun]).toEqual(["", false]);
});

test("a field that is as it was has nothing begun in it", () => {
  const title = new Draft("plan", "title", "Budget");
  title.text = "Budget 2027";
  title.text = "Budget";
  expect(begunIn("plan", "title")).toBeNull();
  const comment = new Draft("plan", "comment");
  comment.text = "  ";
  expect(begunIn("plan", "comment")).toBeNull();
  title.text = "";
  expect(begunIn("plan", "title")?.text, "an emptied text is a change").toBe("");
});

test("there are only so many, and the oldest go first", () => {
  vi.useFakeTimers();
  for (let at = 0; at < 60; at += 1) {
    vi.setSystemTime(at + 1);
    keepBegun("plan", String(at), `words ${String(at)}`, "");
  }
  vi.useRealTimers();
  expect(Object.keys(localStorage)).toHaveLength(40);
  expect(begunIn("plan", "19", 100)).toBeNull();
  expect(begunIn("plan", "20", 100)?.text).toBe("words 20");
});

test("a letter more is written down, and nothing is looked up for it", () => {
  const comment = new Draft("plan", "comment");
  comment.text = "J";
  const [looksUp, writes] = [vi.spyOn(localStorage, "getItem"), vi.spyOn(localStorage, "setItem")];
  comment.text = "Je";
  expect([looksUp.mock.calls.length, writes.mock.calls.length]).toEqual([0, 1]);
  vi.restoreAllMocks();
  expect(begunIn("plan", "comment")?.text).toBe("Je");
});

test("they do not grow old, nor too long", () => {
  keepBegun("plan", "comment", "vieux", "");
  const [now] = [Date.now()];
  expect(begunIn("plan", "comment", now + 29 * DAY_MS)?.text).toBe("vieux");
  expect(begunIn("plan", "comment", now + 31 * DAY_MS)).toBeNull();
  expect(localStorage).toHaveLength(0);
  keepBegun("plan", "comment", "x".repeat(50_001), "");
  expect(localStorage).toHaveLength(0);
});

test("those of a place go with it", () => {
  keepBegun("plan", "a", "1", "");
  keepBegun("plan-2", "a", "2", "");
  forgetAllBegun("plan");
  expect(begunIn("plan", "a")).toBeNull();
  expect(begunIn("plan-2", "a")?.text).toBe("2");
});

test("a browser that keeps nothing keeps them as long as the page", () => {
  const refuse = (): never => {
    throw new DOMException("refused", "SecurityError");
  };
  vi.stubGlobal("localStorage", { getItem: refuse, setItem: refuse, removeItem: refuse });
  new Draft("plan", "comment").text = "Je pense que";
  expect(new Draft("plan", "comment").text).toBe("Je pense que");
  forgetAllBegun("plan");
  expect(new Draft("plan", "comment").text).toBe("");
});

test("what cannot be read is as if it were not there", () => {
  for (const kept of ["", "null", "[]", '{"text":"a"}', '{"text":1,"from":"","at":1}']) {
    localStorage.setItem("atelier-draft-plan/comment", kept);
    expect(begunIn("plan", "comment")).toBeNull();
  }
});
