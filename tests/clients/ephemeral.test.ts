// Short-lived messages (carets): everybody else in the pad gets each once, whoever echoes it.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import * as Automerge from "@automerge/automerge";
import { type DocHandle, generateAutomergeUrl, parseAutomergeUrl } from "@automerge/automerge-repo";
import { Encoder } from "cbor-x";
import { inTime } from "../world/deadline.ts";
import type { Pad } from "../world/pad.ts";
import { RawSocket } from "../world/raw-socket.ts";
import type { Visitor } from "../world/visitor.ts";
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

test("a caret says whose it is, whatever its sender says", async () => {
  const [alice, mallory, witness] = await Promise.all(
    ["alice", "mallory", "witness"].map((name) => workshop.welcomes(name)),
  );
  if (!alice || !mallory || !witness) throw new Error("three people are there");
  const victim = await opens(alice, "alice-socket");
  const listener = await opens(witness, "witness-socket");
  // The attacker greets under the peer id of somebody else, which everybody is told.
  const attacker = await opens(mallory, "alice-socket");
  victim.says(caret("alice-socket", 1));
  attacker.says({ ...caret("alice-socket", 2), participant: await idOf(alice) });
  attacker.says(caret("alice-socket", 3));
  const heard = [await listener.hears("ephemeral"), await listener.hears("ephemeral")];
  assert.deepEqual(heard.map(({ count, participant }) => [count, participant]).sort(), [
    [1, await idOf(alice)],
    [3, await idOf(mallory)],
  ]);
});

test("a reader tells of no caret, and hears those of others", async () => {
  const [reader, alice, witness] = [
    await opens(await workshop.welcomes("Lecteur", "reader"), "reader-socket"),
    await enters("alice-writes"),
    await enters("witness-to-both"),
  ];
  reader.says(caret("reader-socket", 1));
  reader.says({
    type: "request",
    ...fields("reader-socket", unknownDocument()),
    data: firstSync(),
  });
  // What it said before is decided by then.
  await reader.hears("doc-unavailable");
  alice.says(caret("alice-writes", 2));
  assert.equal((await witness.hears("ephemeral"))["senderId"], "alice-writes");
  assert.equal((await reader.hears("ephemeral"))["count"], 2);
  assert.deepEqual(witness.heard("ephemeral"), []);
});

/** Who a device is in the workshop. */
async function idOf(visitor: Visitor): Promise<string> {
  const seen = await visitor.asks("GET", `/api/spaces/${workshop.id}`);
  return ((await seen.json()) as { participant: string }).participant;
}

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
  return opens(await workshop.welcomes(peer), peer);
}

/** A raw socket of this device that has the pad open. */
async function opens(visitor: Visitor, peer: string): Promise<RawSocket> {
  const socket = await RawSocket.joins(workshop.server.sync, peer, { cookie: visitor.cookie });
  socket.says({ type: "request", ...fields(peer, workshop.pad), data: firstSync() });
  await socket.hears("sync");
  return socket;
}
