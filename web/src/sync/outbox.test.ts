// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Failure } from "../api/client";
import { createOutbox, type Outbox } from "./outbox.svelte";

const PREFIX = "atelier-test-outbox-";

type Request = { name: string; item: string; answer: (outcome?: Failure) => Promise<void> };

/** A device, and a server that answers when it is told to. */
function world(): {
  outbox: Outbox<string>;
  requests: Request[];
  sent: string[];
  refused: string[];
} {
  const requests: Request[] = [];
  const [sent, refused]: [string[], string[]] = [[], []];
  const outbox = createOutbox<string, undefined>({
    prefix: PREFIX,
    read: (value) => (typeof value === "string" ? value : null),
    send: (name, item) =>
      new Promise((resolve, reject) => {
        const answer = async (outcome?: Failure): Promise<void> => {
          if (outcome) reject(outcome);
          else resolve(undefined);
          await vi.advanceTimersByTimeAsync(0);
        };
        requests.push({ name, item, answer });
      }),
    onSent: (name, item) => sent.push(`${name} ${item}`),
    onRefused: (_, item) => refused.push(item),
  });
  return { outbox, requests, sent, refused };
}

const kept = (): string[] => Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  localStorage.clear();
});

test("what is put is kept until the server has it, one after the other", async () => {
  const { outbox, requests, sent } = world();
  outbox.put("a", "one");
  outbox.put("b", "two");
  expect(kept()).toHaveLength(2);
  expect(requests.map(({ name }) => name)).toEqual(["a"]);
  await requests[0]?.answer();
  expect(requests.map(({ name }) => name)).toEqual(["a", "b"]);
  expect(outbox.state).toBe("sending");
  await requests[1]?.answer();
  expect([kept(), outbox.state, sent]).toEqual([[], "none", ["a one", "b two"]]);
  outbox.stop();
});

test("what was changed under way goes again", async () => {
  const { outbox, requests } = world();
  outbox.put("a", "one");
  outbox.put("a", "other");
  await requests[0]?.answer();
  expect(requests.map(({ item }) => item)).toEqual(["one", "other"]);
  await requests[1]?.answer();
  expect(outbox.items.size).toBe(0);
  outbox.stop();
});

test("without a network it waits, outlives the page, and goes by itself or when the network is back", async () => {
  const first = world();
  first.outbox.put("a", "one");
  await first.requests[0]?.answer(new Failure("network", ""));
  expect(first.outbox.state).toBe("waiting");
  await vi.advanceTimersByTimeAsync(5_000);
  expect(first.requests).toHaveLength(2);
  await first.requests[1]?.answer(new Failure("network", ""));
  first.outbox.stop();

  const second = world();
  expect([...second.outbox.items]).toEqual([["a", "one"]]);
  await second.requests[0]?.answer(new Failure("busy", ""));
  second.outbox.retry();
  expect(second.requests).toHaveLength(2);
  await second.requests[1]?.answer();
  expect(kept()).toEqual([]);
  second.outbox.stop();
});

test("what is locked at the moment waits until it is open again", async () => {
  const { outbox, requests, refused } = world();
  outbox.put("a", "one");
  await requests[0]?.answer(new Failure("space_locked", ""));
  expect([outbox.state, kept().length, refused]).toEqual(["waiting", 1, []]);
  await vi.advanceTimersByTimeAsync(5_000);
  await requests[1]?.answer();
  expect(kept()).toEqual([]);
  outbox.stop();
});

test("what is refused is kept no more, and what follows goes on", async () => {
  const { outbox, requests, refused } = world();
  outbox.put("a", "one");
  outbox.put("b", "two");
  await requests[0]?.answer(new Failure("not_found", ""));
  expect(refused).toEqual(["one"]);
  expect(requests[1]?.name).toBe("b");
  await requests[1]?.answer();
  expect(kept()).toEqual([]);
  outbox.stop();
});

test("what waits can be kept from being sent, what is on its way cannot", () => {
  const { outbox } = world();
  outbox.put("a", "one");
  outbox.put("b", "two");
  expect([outbox.drop("a"), outbox.drop("b"), outbox.drop("c")]).toEqual([false, true, false]);
  expect(kept()).toHaveLength(1);
  outbox.stop();
});
