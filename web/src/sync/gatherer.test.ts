import type { DocumentId, Message, PeerId } from "@automerge/automerge-repo/slim";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Gatherer } from "./gatherer";

let taken: string[] = [];
let costMs = 0;

const message = (name: string, documentId = "pad"): Message =>
  ({ type: "sync", senderId: name as PeerId, documentId: documentId as DocumentId }) as Message;

const gatherer = (): Gatherer =>
  new Gatherer(
    ({ senderId }) => {
      taken.push(senderId);
      vi.setSystemTime(Date.now() + costMs);
    },
    (messages) => [message(messages.map(({ senderId }) => senderId).join("+"))],
    Date.now,
  );

beforeEach(() => {
  vi.useFakeTimers();
  taken = [];
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
