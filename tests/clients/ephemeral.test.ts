// Short-lived messages (carets): everybody else in the pad gets each once, whoever echoes it.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import * as Automerge from "@automerge/automerge";
import { type DocHandle, generateAutomergeUrl, parseAutomergeUrl } from "@automerge/automerge-repo";
import { Encoder } from "cbor-x";
import { inTime } from "../world/deadline.ts";
import type { Pad } from "../world/pad.ts";
import { RawSocket } from "../world/raw-socket.ts";
import { OpenWorkshop } from "../world/workshop.ts";

let workshop: OpenWorkshop;
before(async () => {
  workshop = await OpenWorkshop.opens();
});

/** Collects what a handle receives; `until` resolves when `last` has arrived. */
function listens(handle: DocHandle<Pad>) {
  const heard: unknown[] = [];
  const waiting: (() => void)[] = [];
  handle.on("ephemeral-message", ({ message }) => {
    heard.push(message);
    for (const look of waiting) look();
  });
  const until = (last: unknown): Promise<void> =>
    inTime(
      `the message ${String(last)}`,
      new Promise<void>((resolve) => {
        const look = (): void => {
          if (heard.includes(last)) resolve();
        };
        waiting.push(look);
        look();
      }),
    );
  return { heard, until };
}

test("a message reaches each of the others once and never its sender", async () => {
  const people = await Promise.all(
    ["Alice", "Bob", "Chloé"].map((name) => workshop.connects(name)),
  );
  const handles = await Promise.all(people.map((person) => person.opens(workshop.pad)));
  const [alice, bob, chloe] = handles.map(listens);
  if (!alice || !bob || !chloe) throw new Error("three people are in the pad");

  handles[0]?.broadcast("alice 1");
  handles[0]?.broadcast("alice 2");
  await Promise.all([bob.until("alice 2"), chloe.until("alice 2")]);
  handles[1]?.broadcast("bob 1");
  await Promise.all([alice.until("bob 1"), chloe.until("bob 1")]);
  handles[2]?.broadcast("chloé 1");
  await Promise.all([alice.until("chloé 1"), bob.until("chloé 1")]);

  assert.deepEqual(alice.heard, ["bob 1", "chloé 1"]);
  assert.deepEqual(bob.heard, ["alice 1", "alice 2", "chloé 1"]);
  assert.deepEqual(chloe.heard, ["alice 1", "alice 2", "bob 1"]);
});

test("the echoes of stock clients are not relayed", async () => {
  const [alice, chloe] = await Promise.all([enters("alice-raw"), enters("chloe-raw")]);
  const bob = await workshop.connects("Bob");
  const bobs = await bob.opens(workshop.pad);
  const heardByBob = listens(bobs);
  for (const count of [1, 2]) {
    alice.says(caret("alice-raw", count));
  }
  await heardByBob.until("caret 2");
  // Bob's client has echoed both on his socket before it sends this: what follows is decided.
  bobs.broadcast("bob's own");
  const senders = [];
  for (let nth = 0; nth < 3; nth += 1) {
    senders.push((await chloe.hears("ephemeral"))["senderId"]);
  }
  assert.deepEqual(senders, ["alice-raw", "alice-raw", bob.repo.peerId]);
  await alice.hears("ephemeral");
  assert.deepEqual(alice.heard("ephemeral"), []);
});

test("nobody hears the carets of a pad they did not open", async () => {
  const [alice, witness] = await Promise.all([enters("alice-inside"), enters("witness")]);
  const visitor = await workshop.welcomes("Dehors");
  const outside = await RawSocket.joins(workshop.server.sync, "outside", {
    cookie: visitor.cookie,
  });
  alice.says(caret("alice-inside", 1));
  await witness.hears("ephemeral");
  // The relay is done; an answer to a later question comes after anything it sent.
  outside.says({ type: "request", ...fields("outside", unknownDocument()), data: firstSync() });
  await outside.hears("doc-unavailable");
  assert.deepEqual(outside.heard("ephemeral"), []);
});

function unknownDocument(): string {
  return parseAutomergeUrl(generateAutomergeUrl()).documentId;
}

function firstSync(): Uint8Array {
  const [, data] = Automerge.generateSyncMessage(Automerge.init(), Automerge.initSyncState());
  if (!data) throw new Error("a first sync message is never empty");
  return data;
}

function fields(senderId: string, documentId: string) {
  return { senderId, targetId: "*", documentId };
}

function caret(senderId: string, count: number) {
  const data = new Encoder().encode(`caret ${count}`);
  return { type: "ephemeral", ...fields(senderId, workshop.pad), count, sessionId: "one", data };
}

/** A raw socket of a new device that has the pad open. */
async function enters(peer: string): Promise<RawSocket> {
  const visitor = await workshop.welcomes(peer);
  const socket = await RawSocket.joins(workshop.server.sync, peer, { cookie: visitor.cookie });
  socket.says({ type: "request", ...fields(peer, workshop.pad), data: firstSync() });
  await socket.hears("sync");
  return socket;
}
