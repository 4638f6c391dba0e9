// @vitest-environment happy-dom
// What is said of those who write beside one: seldom, together, and not at all where that is not wanted.
import { EditorState } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { announcement } from "../../../ui/notices.svelte";
import type { Person } from "../../place";
import { arrive } from "../binding/arrival";
import type { PadHandle, PadMessage } from "../binding/pad-document";
import { schema } from "../page/schema";
import { hearWriting } from "./hearing.svelte";
import { overheard } from "./overheard";

const page = schema.node("doc", null, [
  schema.node("paragraph", null, [schema.text("avant")]),
  schema.node("heading", { level: 1 }, [schema.text("Matin")]),
  schema.node("paragraph", null, [schema.text("dedans")]),
]);
/** At the start of the page, and from its end on: in front of the heading, and behind it. */
const [ABOVE, BELOW] = [2, -2];

/** A pad that others write in, each under their own name. */
function pad(): { view: EditorView; writes: (name: string, at: number) => void } {
  let tell: (message: PadMessage) => void = () => undefined;
  const handle = {
    on: (_: string, hear: (message: PadMessage) => void) => (tell = hear),
    off: () => undefined,
  } as unknown as PadHandle;
  const people = (sender: string): Person => ({
    id: sender,
    name: sender,
    role: "participant",
    hue: 0,
  });
  const state = EditorState.create({ doc: page, plugins: [overheard(handle, people)] });
  const view = new EditorView(document.createElement("div"), { state });
  let moves = 0;
  const writes = (name: string, at: number): void => {
    moves += 1;
    tell({
      senderId: name,
      message: { kind: "caret", anchor: String(moves), head: String(moves) },
    } as unknown as PadMessage);
    const { state: now } = view;
    const place = at < 0 ? now.doc.content.size + at : at;
    view.dispatch(arrive(now.tr.insertText("x", place), now));
  };
  return { view, writes };
}

/** What was said, each time. */
function said(ms: number): string[] {
  const all: string[] = [];
  let last = announcement();
  for (let passed = 0; passed < ms; passed += 100) {
    vi.advanceTimersByTime(100);
    if (announcement() !== last) all.push((last = announcement()));
  }
  return all;
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  hearWriting(true);
});

test("several are said together, with the heading they write under", () => {
  const { writes } = pad();
  for (const name of ["Léa", "Bob", "Ana"]) writes(name, BELOW);
  expect(said(2_000)).toEqual(["Léa et 2 autres ont écrit dans «\u00a0Matin\u00a0»."]);
  writes("Bob", ABOVE);
  expect(said(6_000)).toEqual(["Bob a écrit."]);
});

test("something is said at most once in five seconds, and the same once in thirty", () => {
  const { writes } = pad();
  const hears = (name: string, at: (second: number) => number): string[] => {
    const heard: string[] = [];
    for (let second = 0; second < 28; second++) {
      writes(name, at(second));
      heard.push(...said(1_000));
    }
    return heard;
  };
  expect(hears("Zoé", () => ABOVE)).toEqual(["Zoé a écrit."]);
  const wandering = hears("Ali", (second) => (second % 6 === 0 ? ABOVE : BELOW));
  expect(wandering.length).toBeGreaterThan(1);
  expect(wandering.length).toBeLessThanOrEqual(6);
});

test("nothing is said of one's own letters, nor where it is not wanted", () => {
  const { view, writes } = pad();
  view.dispatch(view.state.tr.insertText("à moi", 2));
  expect(said(10_000)).toEqual([]);
  hearWriting(false);
  writes("Ida", BELOW);
  expect(said(10_000)).toEqual([]);
});
