import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Failure } from "../api/client";
import type { Ballot } from "../api/votes";
import { createCasting } from "./casting.svelte";
import type { KeptHere } from "./kept-here";

type Kept = KeptHere<Ballot>;

const ballotOf = (dots: Record<string, number>, done = false): Ballot => ({ dots, done });

/** A device and a server that answers when it is told to. */
function world(unsent: Ballot | null = null, served: Ballot | null = null) {
  let onDevice = unsent;
  const kept: Kept = {
    load: () => onDevice,
    save: (ballot) => {
      onDevice = ballot;
      return true;
    },
    forget: () => (onDevice = null),
  };
  let onServer = served;
  const known: Kept = {
    load: () => onServer,
    save: (ballot) => {
      onServer = ballot;
      return true;
    },
    forget: () => (onServer = null),
  };
  const requests: { ballot: Ballot; answer: (outcome: Failure | null) => Promise<void> }[] = [];
  const refusals: unknown[] = [];
  const casting = createCasting<Ballot>({
    empty: { dots: {}, done: false },
    kept,
    known,
    send: (ballot) =>
      new Promise<void>((resolve, reject) => {
        const answer = async (outcome: Failure | null): Promise<void> => {
          if (outcome) reject(outcome);
          else resolve();
          await vi.advanceTimersByTimeAsync(0);
        };
        requests.push({ ballot, answer });
      }),
    onRefused: (error) => refusals.push(error),
  });
  return { casting, requests, refusals, onDevice: () => onDevice };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

test("taps in a row are one ballot, sent whole a moment after the last", async () => {
  const { casting, requests, onDevice } = world();
  casting.cast(ballotOf({ a: 1 }));
  await pass(300);
  casting.cast(ballotOf({ a: 1, b: 1 }));
  expect(onDevice()).toEqual(ballotOf({ a: 1, b: 1 }));
  await pass(300);
  expect(requests).toEqual([]);
  await pass(100);
  expect(requests.map(({ ballot }) => ballot)).toEqual([ballotOf({ a: 1, b: 1 })]);
  await requests[0]?.answer(null);
  expect(casting.state).toBe("sent");
  expect(onDevice()).toBeNull();
});

test("there is one request at a time, and the last ballot is the last one sent", async () => {
  const { casting, requests, onDevice } = world();
  casting.cast(ballotOf({ a: 1 }));
  await pass(400);
  casting.cast(ballotOf({ a: 2 }));
  await pass(1_000);
  expect(requests.length).toBe(1);
  await requests[0]?.answer(null);
  expect(requests.map(({ ballot }) => ballot.dots)).toEqual([{ a: 1 }, { a: 2 }]);
  expect(onDevice()).toEqual(ballotOf({ a: 2 }));
  await requests[1]?.answer(null);
  expect(casting.state).toBe("sent");
});

test("without a network the ballot waits, and leaves when the connection is back", async () => {
  const { casting, requests, onDevice } = world();
  casting.cast(ballotOf({ a: 1 }));
  await pass(400);
  await requests[0]?.answer(new Failure("network", ""));
  expect(casting.state).toBe("waiting");
  expect(onDevice()).toEqual(ballotOf({ a: 1 }));
  casting.retry();
  await pass(0);
  await requests[1]?.answer(null);
  expect(casting.state).toBe("sent");
});

test("a ballot that was not sent before the page was closed is sent when it opens", async () => {
  const { casting, requests } = world(ballotOf({ a: 3 }, true));
  expect(casting.value).toEqual(ballotOf({ a: 3 }, true));
  casting.adopting()(ballotOf({ b: 1 }));
  await pass(0);
  expect(requests.map(({ ballot }) => ballot)).toEqual([ballotOf({ a: 3 }, true)]);
});

test("a page that is opened again without a network goes on from what the server had", async () => {
  const { casting, requests } = world(null, ballotOf({ a: 2 }));
  expect(casting.state).toBe("loading");
  casting.recall();
  expect(casting.value).toEqual(ballotOf({ a: 2 }));
  casting.adopting()(ballotOf({ a: 1 }));
  expect(casting.value, "the server knows better").toEqual(ballotOf({ a: 1 }));
  casting.recall();
  expect(casting.value).toEqual(ballotOf({ a: 1 }));
  await pass(60_000);
  expect(requests).toEqual([]);
});

test("what was never known is not made up", () => {
  const { casting } = world();
  casting.recall();
  expect(casting.state).toBe("loading");
});

test("a ballot that is refused gives way to what the server has", async () => {
  const { casting, requests, refusals, onDevice } = world();
  casting.adopting()(ballotOf({ a: 1 }));
  casting.cast(ballotOf({ a: 2 }));
  await pass(400);
  const closed = new Failure("round_closed", "clos");
  await requests[0]?.answer(closed);
  expect(refusals).toEqual([closed]);
  expect(onDevice()).toBeNull();
  casting.adopting()(ballotOf({ a: 1 }));
  expect(casting.value).toEqual(ballotOf({ a: 1 }));
  await pass(60_000);
  expect(requests.length).toBe(1);
});

test("what the server has is not shown over what one has just tapped", () => {
  const { casting } = world();
  casting.cast(ballotOf({ a: 1 }));
  casting.adopting()(ballotOf({}));
  expect(casting.value).toEqual(ballotOf({ a: 1 }));
});

test("an answer that was asked for before a tap is not shown after it", async () => {
  const { casting, requests } = world();
  const early = casting.adopting();
  casting.cast(ballotOf({ a: 1 }));
  await pass(400);
  await requests[0]?.answer(null);
  early(ballotOf({}));
  expect(casting.value).toEqual(ballotOf({ a: 1 }));
  casting.adopting()(ballotOf({ b: 1 }));
  expect(casting.value).toEqual(ballotOf({ b: 1 }));
});

test("a ballot that comes while the workshop is closed for writing waits, and leaves once it is open", async () => {
  const { casting, requests, refusals, onDevice } = world();
  casting.cast(ballotOf({ a: 1 }));
  await pass(500);
  await requests[0]?.answer(new Failure("space_locked", "fermé"));
  expect([casting.state, refusals, onDevice()]).toEqual(["waiting", [], ballotOf({ a: 1 })]);
  await pass(6_000);
  await requests[1]?.answer(null);
  expect([casting.state, onDevice()]).toEqual(["sent", null]);
});
