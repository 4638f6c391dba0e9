// @vitest-environment happy-dom
import type { DocumentId, Message, PeerId, SessionId } from "@automerge/automerge-repo/slim";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Page, server, us } from "./network.fake";

let page: Page;

beforeEach(() => {
  vi.useFakeTimers();
  page = new Page();
  page.starts();
});

afterEach(() => {
  page.adapter.disconnect();
  vi.useRealTimers();
});

const passes = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

const sync = (): Message => ({
  type: "sync",
  senderId: us,
  targetId: server,
  data: new Uint8Array([1]),
});

const caret = (senderId: PeerId): Message =>
  ({
    type: "ephemeral",
    senderId,
    targetId: server,
    documentId: "d" as DocumentId,
    sessionId: "s" as SessionId,
    count: 1,
    data: new Uint8Array([1]),
  }) as Message;

test("it joins, asking for our own messages, and tells of the server once greeted", () => {
  page.socket.opens();
  expect(page.socket.sent).toEqual([
    {
      type: "join",
      senderId: us,
      peerMetadata: { isEphemeral: false, atelier: 1, bundles: 1 },
      supportedProtocolVersions: ["1"],
    },
  ]);
  expect(page.states).toEqual(["connecting"]);
  page.connects();
  expect(page.states).toEqual(["connecting", "open"]);
  expect(page.peers).toEqual(["+server"]);
});

test("our own messages go to the page, the others to automerge-repo", () => {
  page.connects();
  page.socket.hears({ type: "atelier-storage", state: "full" });
  page.socket.hears({ type: "atelier-of-next-year" });
  page.socket.hears({
    type: "sync",
    senderId: server,
    targetId: "*",
    documentId: "d",
    data: new Uint8Array([7]),
  });
  expect(page.controls).toEqual([{ kind: "atelier-storage", state: "full" }]);
  expect(page.messages.map(({ type, data }) => [type, [...(data ?? [])]])).toEqual([["sync", [7]]]);
});

test("bytes that mean nothing are passed over", () => {
  page.connects();
  page.socket.hearsBytes(new Uint8Array([0xff, 0xff]));
  page.socket.hearsBytes(new Uint8Array([0xf6]));
  expect(page.messages).toEqual([]);
  expect(page.states.at(-1)).toBe("open");
});

test("somebody else's caret is not sent back to the server; one's own is sent", () => {
  page.connects();
  page.adapter.send(caret("lea" as PeerId));
  page.adapter.send(caret(us));
  expect(page.socket.sent.slice(1).map(({ senderId }) => senderId)).toEqual([us]);
});

test("nothing is sent on a socket that is not open", async () => {
  page.adapter.send(sync());
  page.connects();
  page.socket.closes(1006);
  page.adapter.send(sync());
  await passes(1_000);
  page.adapter.send(sync());
  expect(page.sockets.flatMap(({ sent }) => sent.map(({ type }) => type))).toEqual(["join"]);
});

test("a lost connection is opened again and the repo hears of both", async () => {
  page.connects();
  page.socket.closes(1006);
  expect(page.states.at(-1)).toBe("closed");
  await passes(500);
  page.connects();
  expect(page.peers).toEqual(["+server", "-server", "+server"]);
  expect(page.socket.sent[0]?.type).toBe("join");
});

test("pauses grow while the server cannot be reached, up to fifteen seconds", async () => {
  page.hasSession = null;
  const pauses: number[] = [];
  for (let attempt = 0; attempt < 8; attempt++) {
    const before = Date.now();
    const opened = page.sockets.length;
    page.socket.closes(1006);
    while (page.sockets.length === opened) await passes(10);
    pauses.push(Date.now() - before);
  }
  expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
  expect(pauses[0]).toBeLessThanOrEqual(500);
  expect(pauses.at(-1)).toBe(7_500);
});

test("a server that greets and drops is not hammered", async () => {
  page.hasSession = null;
  for (let attempt = 0; attempt < 8; attempt++) {
    page.connects();
    page.socket.closes(1013);
    await passes(15_000);
  }
  const opened = page.sockets.length;
  page.connects();
  page.socket.closes(1013);
  await passes(7_000);
  expect(page.sockets).toHaveLength(opened);
});

test("after a connection that lasted, the first pause is short again", async () => {
  page.hasSession = null;
  for (let attempt = 0; attempt < 8; attempt++) {
    page.socket.closes(1006);
    await passes(15_000);
  }
  page.connects();
  await passes(6_000);
  page.socket.closes(1001);
  const opened = page.sockets.length;
  await passes(500);
  expect(page.sockets).toHaveLength(opened + 1);
});

test("protocol abuse is answered with a long pause", async () => {
  page.connects();
  page.socket.closes(4400);
  await passes(7_000);
  expect(page.sockets).toHaveLength(1);
  await passes(1_000);
  expect(page.sockets).toHaveLength(2);
});

test("the network coming back, or the page being looked at, does not wait for the pause", async () => {
  page.hasSession = null;
  page.connects();
  page.socket.closes(4400);
  dispatchEvent(new Event("online"));
  expect(page.sockets).toHaveLength(2);
  page.socket.closes(4400);
  await passes(0);
  document.dispatchEvent(new Event("visibilitychange"));
  expect(page.sockets).toHaveLength(3);
  await passes(20_000);
  expect(page.sockets).toHaveLength(3);
});

test("a connection that works is left alone when the page is looked at", () => {
  page.connects();
  document.dispatchEvent(new Event("visibilitychange"));
  expect(page.sockets).toHaveLength(1);
});

test("a silent connection is taken for dead; one that is alive is not", async () => {
  page.connects();
  for (let tick = 0; tick < 6; tick++) {
    await passes(10_000);
    page.socket.hears({ type: "atelier-alive" });
  }
  expect(page.states.at(-1)).toBe("open");
  await passes(25_000);
  expect(page.states.at(-1)).toBe("closed");
  expect(page.peers.at(-1)).toBe("-server");
  await passes(500);
  expect(page.sockets).toHaveLength(2);
});

test("a device that loses its network does not wait for the silence", async () => {
  page.connects();
  dispatchEvent(new Event("offline"));
  expect(page.states.at(-1)).toBe("closed");
  await passes(500);
  expect(page.sockets).toHaveLength(2);
});

test("an attempt that the network swallows is given up", async () => {
  page.hasSession = null;
  await passes(25_500);
  expect(page.sockets).toHaveLength(2);
});

test("what a socket given up says later is not listened to", async () => {
  page.connects();
  const dead = page.socket;
  await passes(25_500);
  page.connects();
  dead.hears({ type: "atelier-storage", state: "full" });
  dead.closes(1006);
  expect(page.controls).toEqual([]);
  expect(page.states.at(-1)).toBe("open");
});

test("a session that ends is told once and nothing is tried again", async () => {
  page.connects();
  page.socket.closes(4401);
  await passes(60_000);
  dispatchEvent(new Event("online"));
  expect(page.sessionsEnded).toBe(1);
  expect(page.sockets).toHaveLength(1);
});

test("a refused way in is told from a network that is down", async () => {
  page.hasSession = null;
  page.socket.closes(1006);
  await passes(500);
  expect(page.sessionsEnded).toBe(0);
  expect(page.sockets).toHaveLength(2);
  page.hasSession = false;
  page.socket.closes(1006);
  await passes(60_000);
  expect(page.sessionsEnded).toBe(1);
  expect(page.sockets).toHaveLength(2);
});

test("documents wait for the server, but not for one that cannot be reached", async () => {
  page.hasSession = null;
  await passes(2_000);
  expect(page.adapter.isReady()).toBe(false);
  page.socket.closes(1006);
  await passes(0);
  expect(page.adapter.isReady()).toBe(true);
});

test("a page that left stays away, even when it leaves while the server is asked", async () => {
  page.socket.closes(1006);
  page.adapter.disconnect();
  await passes(60_000);
  dispatchEvent(new Event("online"));
  expect(page.sockets).toHaveLength(1);
  expect(page.sessionsEnded).toBe(0);
});

/** The network refuses one socket after the other, until plain requests are tried. */
async function isRefused(): Promise<void> {
  while (page.pollings.length === 0) {
    page.socket.closes(1006);
    await passes(1_000);
  }
}

test("a network that refuses sockets, while the server answers, is passed by plain requests", async () => {
  page.socket.closes(1006);
  await passes(500);
  expect([page.sockets.length, page.pollings.length]).toEqual([2, 0]);
  page.socket.closes(1006);
  await passes(500);
  expect([page.sockets.length, page.pollings.length]).toEqual([3, 1]);
  expect(page.adapter.isReady()).toBe(false);
  page.connects();
  expect(page.networks).toEqual(["polling"]);
  expect(page.states.at(-1)).toBe("open");
  expect(page.socket.sent[0]?.type).toBe("join");
});

test("a socket that is opened and closed before the greeting is refused too", async () => {
  while (page.pollings.length === 0) {
    page.socket.opens();
    page.socket.closes(1006);
    await passes(1_000);
  }
  expect(page.sockets).toHaveLength(3);
});

test("a socket that hangs, while the server answers, is not waited for", async () => {
  await passes(8_400);
  expect([page.sockets.length, page.pollings.length]).toEqual([2, 0]);
  await passes(500);
  expect(page.pollings).toHaveLength(1);
});

test("a network that is slow for everything is waited for", async () => {
  page.hasSession = null;
  await passes(20_000);
  page.connects();
  expect(page.sockets).toHaveLength(1);
  expect(page.networks).toEqual(["direct"]);
});

test("neither a lost network nor a server that restarts is taken for one that blocks", async () => {
  page.hasSession = null;
  for (let attempt = 0; attempt < 5; attempt++) {
    page.socket.closes(1006);
    await passes(15_000);
  }
  page.connects();
  page.socket.closes(1001);
  await passes(1_000);
  page.hasSession = true;
  page.socket.closes(1006);
  await passes(3_000);
  page.connects();
  expect(page.pollings).toHaveLength(0);
  expect(new Set(page.networks)).toEqual(new Set(["direct"]));
});

test("what our server closes a socket for is not the network's doing", async () => {
  for (const code of [1001, 1013, 4400, 1013]) {
    page.socket.opens();
    page.socket.closes(code);
    const opened = page.sockets.length;
    while (page.sockets.length === opened) await passes(100);
  }
  expect(page.pollings).toHaveLength(0);
});

test("the next page does not try what is known to be refused; another network is tried anew", async () => {
  await isRefused();
  page.connects();
  page.adapter.disconnect();
  const later = new Page(0, page.pollingUntil);
  later.starts();
  await passes(0);
  expect([later.sockets.length, later.pollings.length]).toEqual([1, 1]);
  later.connects();
  later.socket.closes(1006);
  dispatchEvent(new Event("online"));
  await passes(0);
  expect([later.sockets.length, later.pollings.length]).toEqual([2, 1]);
  later.adapter.disconnect();
});

test("where plain requests are refused too, that is said, documents wait no longer, and both are tried again", async () => {
  await isRefused();
  page.socket.closes(1006);
  await passes(0);
  expect(page.networks).toEqual(["blocked"]);
  expect(page.adapter.isReady()).toBe(true);
  await passes(3_000);
  expect([page.sockets.length, page.pollings.length]).toEqual([4, 1]);
  page.socket.closes(1006);
  await passes(3_000);
  expect(page.pollings).toHaveLength(2);
  page.connects();
  expect(page.networks).toEqual(["blocked", "polling"]);
});

test("a network that refuses everything is not hammered", async () => {
  for (let attempt = 0; attempt < 20; attempt++) {
    page.socket.closes(1006);
    const opened = page.sockets.length;
    while (page.sockets.length === opened) await passes(500);
  }
  page.socket.closes(1006);
  const opened = page.sockets.length;
  await passes(7_000);
  expect(page.sockets).toHaveLength(opened);
});
