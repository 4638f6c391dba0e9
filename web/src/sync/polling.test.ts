// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { framesOf, takeBody } from "./framing";
import { Polling } from "./polling";

type Asked = { method: string; path: string; body: number[] };
type Answers = { status: number; body?: Uint8Array<ArrayBuffer> | string };

/** Frames of one byte each. */
const frames = (...bytes: number[]): Uint8Array<ArrayBuffer> =>
  takeBody(bytes.map((byte) => new Uint8Array([byte])));
const bytesOf = (body: Uint8Array<ArrayBuffer>): number[] =>
  (framesOf(body) ?? []).flatMap((frame) => [...new Uint8Array(frame)]);

/** A server that answers what the story says; a poll waits until there is something. */
class FakeServer {
  readonly asked: Asked[] = [];
  readonly batches: Uint8Array<ArrayBuffer>[] = [];
  /** What the next requests are answered instead, in their order. */
  readonly instead: (Answers | "lost")[] = [];
  #wake: () => void = () => undefined;

  says(...bytes: number[]): void {
    this.batches.push(frames(...bytes));
    this.#wake();
  }

  readonly fetch = async (path: string, init: RequestInit): Promise<Response> => {
    const body = init.body instanceof Uint8Array ? Array.from(init.body) : [];
    this.asked.push({ method: init.method ?? "GET", path, body });
    const instead = this.instead.shift();
    if (instead === "lost") throw new TypeError("no network");
    const { status, body: said = null } = instead ?? (await this.#answer(path, init));
    return new Response(said, { status });
  };

  async #answer(path: string, init: RequestInit): Promise<Answers> {
    const [, after] = /poll\?after=(\d+)$/.exec(path) ?? [];
    if (after !== undefined) return this.#batch(Number(after), init.signal ?? null);
    if (path.includes("/messages") || init.method === "DELETE") return { status: 204 };
    return { status: 201, body: '{"connection":"id"}' };
  }

  async #batch(after: number, signal: AbortSignal | null): Promise<Answers> {
    while (this.batches.length <= after)
      await new Promise<void>((resolve, reject) => {
        this.#wake = resolve;
        signal?.addEventListener("abort", () => {
          reject(new DOMException("left", "AbortError"));
        });
      });
    return { status: 200, body: this.batches[after] ?? frames() };
  }

  posts(): number[][] {
    const posts = this.asked.filter(({ path }) => path.includes("/messages"));
    return posts.map(({ path, body }) => [
      Number(path.split("=")[1]),
      ...bytesOf(new Uint8Array(body)),
    ]);
  }
}

let server: FakeServer;
let polling: Polling;
let heard: number[];
let codes: number[];

beforeEach(() => {
  vi.useFakeTimers();
  server = new FakeServer();
  vi.stubGlobal("fetch", server.fetch);
  [heard, codes] = [[], []];
  polling = new Polling();
  polling.addEventListener("open", () => {
    polling.send(new Uint8Array([42]));
  });
  polling.addEventListener("message", (event) => {
    heard.push(...new Uint8Array((event as MessageEvent<ArrayBuffer>).data));
  });
  polling.addEventListener("close", (event) => codes.push((event as CloseEvent).code));
});

afterEach(() => {
  polling.close();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const passes = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

test("it greets with the first message, and hears what the server says", async () => {
  await passes(10);
  expect(server.asked[0]).toEqual({ method: "POST", path: "/api/sync", body: [42] });
  server.says(1, 2);
  await passes(10);
  server.says(3);
  await passes(10);
  expect(heard).toEqual([1, 2, 3]);
  expect(server.asked.at(-1)?.path).toBe("/api/sync/id/poll?after=2");
});

test("what is sent meanwhile goes out together, in its order", async () => {
  await passes(10);
  for (const byte of [1, 2, 3]) polling.send(new Uint8Array([byte]));
  await passes(10);
  expect(server.posts()).toEqual([
    [1, 1],
    [2, 2, 3],
  ]);
});

test("a lost answer to a poll is asked for again, and counts once", async () => {
  await passes(10);
  server.instead.push("lost", { status: 502 });
  server.says(1);
  await passes(10);
  server.says(2);
  await passes(2_000);
  expect(heard).toEqual([1, 2]);
  expect(codes).toEqual([]);
});

test("a lost post is posted again with its number", async () => {
  await passes(10);
  server.instead.push("lost");
  polling.send(new Uint8Array([1]));
  await passes(10);
  polling.send(new Uint8Array([2]));
  await passes(1_000);
  expect(server.posts()).toEqual([
    [1, 1],
    [1, 1],
    [2, 2],
  ]);
});

test("a network that is gone closes it", async () => {
  await passes(10);
  server.instead.push("lost", "lost", "lost", "lost");
  server.says(1);
  await passes(10);
  server.says(2);
  await passes(10_000);
  expect(codes).toEqual([1006]);
  const count = server.asked.length;
  polling.send(new Uint8Array([1]));
  await passes(60_000);
  expect(server.asked).toHaveLength(count);
});

test.each([
  [401, 4401],
  [400, 4400],
  [429, 1013],
  [403, 1006],
])("an opening that is answered with %i closes it with %i", async (status, code) => {
  server.instead.push({ status });
  await passes(10);
  expect(codes).toEqual([code]);
});

test("a proxy's own page in place of an answer closes it", async () => {
  server.instead.push({ status: 200, body: "<h1>Bloqué</h1>" });
  await passes(10);
  expect(codes).toEqual([1006]);
});

test("a page that leaves says goodbye; one that comes back has to connect anew", async () => {
  await passes(10);
  dispatchEvent(new Event("pagehide"));
  await passes(10);
  expect(server.asked.at(-1)).toEqual({ method: "DELETE", path: "/api/sync/id", body: [] });
  expect(codes).toEqual([1006]);
});
