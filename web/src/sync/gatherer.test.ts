import type { DocumentId, Message, PeerId } from "@automerge/automerge-repo/slim";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Gatherer } from "./gatherer";
import type { Hands } from "./hands";

let taken: string[] = [];
let costMs = 0;
let isTyping = false;
let paints: (() => void)[] = [];

const hands: Hands = {
  isTyping: () => isTyping,
  whenFree: (work) => {
    if (isTyping) paints.push(work);
    else work();
  },
};

const message = (name: string, documentId = "pad"): Message =>
  ({ type: "sync", senderId: name as PeerId, documentId: documentId as DocumentId }) as Message;

const gatherer = (): Gatherer =>
  new Gatherer(
    ({ senderId }) => {
      taken.push(senderId);
      vi.setSystemTime(Date.now() + costMs);
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
});

afterEach(() => vi.useRealTimers());

test("what is cheap is taken in at once", () => {
  costMs = 2;
  const page = gatherer();
  for (const name of ["a", "b", "c"]) page.hear(message(name));
  expect(taken).toEqual(["a", "b", "c"]);
});

test("what is dear is taken in together, after the page has rested twice as long", () => {
  costMs = 100;
  const page = gatherer();
  for (const name of ["a", "b", "c"]) page.hear(message(name));
  expect(taken).toEqual(["a"]);
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
  page.hear(message("b"));
  vi.advanceTimersByTime(2_000);
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

test("nobody waits longer than five seconds, and what waits is forgotten with its connection", () => {
  costMs = 5_000;
  const page = gatherer();
  page.hear(message("a"));
  page.hear(message("b"));
  vi.advanceTimersByTime(5_000);
  expect(taken).toEqual(["a", "b"]);
  page.hear(message("c"));
  page.forget();
  vi.runAllTimers();
  expect(taken).toEqual(["a", "b"]);
});
