import type { DocumentId, Message, PeerId } from "@automerge/automerge-repo/slim";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Gatherer } from "./gatherer";
import type { Hands } from "./hands";

let taken: string[] = [];
let costMs = 0;
let isTyping = false;
let paints: (() => void)[] = [];
let promises: (() => void)[] = [];

const hands: Hands = {
  isTyping: () => isTyping,
  whenFree: (work) => {
    if (isTyping) paints.push(work);
    else work();
  },
  whenDone: (work) => promises.push(work),
};

/** What was taken in has been worked through: only then is it known what it cost. */
function works(): void {
  vi.setSystemTime(Date.now() + costMs);
  for (const promise of promises.splice(0)) promise();
}

const message = (name: string, documentId = "pad"): Message =>
  ({ type: "sync", senderId: name as PeerId, documentId: documentId as DocumentId }) as Message;

const gatherer = (): Gatherer =>
  new Gatherer(
    ({ senderId }) => {
      if (senderId === "broken") throw new Error("nobody can read it");
      taken.push(senderId);
    },
    (messages) => [message(messages.map(({ senderId }) => senderId).join("+"))],
    hands,
    Date.now,
  );

beforeEach(() => {
  vi.useFakeTimers();
  taken = [];
  isTyping = false;
  paints = [];
  promises = [];
});

afterEach(() => vi.useRealTimers());

test("what is cheap is taken in at once, together with what came while the last was worked through", () => {
  costMs = 2;
  const page = gatherer();
  page.hear(message("a"));
  works();
  page.hear(message("b"));
  page.hear(message("c"));
  page.hear(message("d"));
  expect(taken).toEqual(["a", "b"]);
  works();
  expect(taken).toEqual(["a", "b", "c+d"]);
});

test("what is dear is taken in together, after the page has rested twice as long", () => {
  costMs = 100;
  const page = gatherer();
  page.hear(message("a"));
  works();
  for (const name of ["b", "c"]) page.hear(message(name));
  vi.advanceTimersByTime(199);
  page.hear(message("d"));
  expect(taken).toEqual(["a"]);
  vi.advanceTimersByTime(1);
  expect(taken).toEqual(["a", "b+c+d"]);
});

test("while somebody types, what is dear rests longer, and comes between two letters", () => {
  costMs = 100;
  isTyping = true;
  const page = gatherer();
  page.hear(message("a"));
  works();
  page.hear(message("b"));
  vi.advanceTimersByTime(3_000);
  page.hear(message("c"));
  expect(taken).toEqual(["a"]);
  for (const paint of paints) paint();
  expect(taken).toEqual(["a", "b+c"]);
});

test("one document does not wait for another, nor what is about none", () => {
  costMs = 100;
  const page = gatherer();
  page.hear(message("a"));
  page.hear(message("b", "vote"));
  page.hear({ type: "leave", senderId: "c" as PeerId, targetId: "us" as PeerId });
  expect(taken).toEqual(["a", "b", "c"]);
});

test("nobody waits longer than five seconds, nor for a connection that is gone", () => {
  costMs = 5_000;
  const page = gatherer();
  page.hear(message("a"));
  works();
  page.hear(message("b"));
  vi.advanceTimersByTime(5_000);
  expect(taken).toEqual(["a", "b"]);
  works();
  page.hear(message("c"));
  page.hear(message("d"));
  page.finish();
  expect(taken).toEqual(["a", "b", "c+d"]);
  vi.runAllTimers();
  page.hear(message("e"));
  expect(taken).toEqual(["a", "b", "c+d", "e"]);
});

test("what cannot be taken in does not stop what comes after it", () => {
  costMs = 2;
  const page = gatherer();
  expect(() => page.hear(message("broken"))).toThrow("nobody can read it");
  page.hear(message("a"));
  works();
  expect(taken).toEqual(["a"]);
});
