// Who gets in, and what the others are told: nothing that tells a secret document from none.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { before, test } from "node:test";
import * as Automerge from "@automerge/automerge";
import {
  type DocumentId,
  parseAutomergeUrl,
  generateAutomergeUrl,
} from "@automerge/automerge-repo";
import { reads, text, types } from "../world/pad.ts";
import { RawSocket } from "../world/raw-socket.ts";
import { StockClient } from "../world/stock.ts";
import { OpenWorkshop } from "../world/workshop.ts";

let workshop: OpenWorkshop;
let stranger: OpenWorkshop;
before(async () => {
  workshop = await OpenWorkshop.opens();
  stranger = await OpenWorkshop.opensOn(workshop.server);
});

function unknownDocument(): DocumentId {
  return parseAutomergeUrl(generateAutomergeUrl()).documentId;
}

test("an unknown document is unavailable", async () => {
  const alice = await workshop.connects("Alice");
  await assert.rejects(alice.opens(unknownDocument()), /unavailable/);
});

test("a document of another workshop is unavailable", async () => {
  const alice = await workshop.connects("Alice");
  await assert.rejects(alice.opens(stranger.pad), /unavailable/);
});

test("unknown and forbidden documents are answered with the same message", async () => {
  const alice = await workshop.welcomes("Alice");
  const socket = await RawSocket.joins(workshop.server.sync, "alice-raw", {
    cookie: alice.cookie,
    origin: workshop.server.url,
  });
  const answers = [];
  for (const documentId of [unknownDocument(), stranger.pad]) {
    socket.says({ ...request("alice-raw", documentId) });
    const { documentId: about, ...answer } = await socket.hears("doc-unavailable");
    assert.equal(about, documentId);
    answers.push(answer);
  }
  assert.deepEqual(answers[0], answers[1]);
});

test("unknown and forbidden answer alike over HTTP", async () => {
  const alice = await workshop.welcomes("Alice");
  const unknownSpace = unknownDocument().slice(0, stranger.id.length);
  const pairs = [
    [`/api/documents/${unknownDocument()}.txt`, `/api/documents/${stranger.pad}.txt`],
    [`/api/documents/${unknownDocument()}.automerge`, `/api/documents/${stranger.pad}.automerge`],
    [`/api/spaces/${unknownSpace}`, `/api/spaces/${stranger.id}`],
  ] as const;
  for (const [unknown, forbidden] of pairs) {
    const answers = [await alice.asks("GET", unknown), await alice.asks("GET", forbidden)];
    const told = await Promise.all(
      answers.map(async (answer) => [answer.status, await answer.text()]),
    );
    assert.equal(told[0]?.[0], 404);
    assert.deepEqual(told[0], told[1]);
  }
});

test("a document that a client invents stays its own", async () => {
  const alice = await workshop.connects("Alice");
  const bob = await workshop.connects("Bob");
  const invented = alice.repo.create({ kind: "pad", body: "inventé" });
  const pad = await alice.opens(workshop.pad);
  types(pad, "réel");
  await alice.saved(pad);
  await assert.rejects(bob.opens(invented.documentId), /unavailable/);
});

test("changes for an unknown document are answered as unavailable", async () => {
  const alice = await workshop.welcomes("Alice");
  const socket = await RawSocket.joins(workshop.server.sync, "inventor", { cookie: alice.cookie });
  const [, data] = Automerge.generateSyncMessage(
    Automerge.from({ kind: "pad" }),
    Automerge.initSyncState(),
  );
  const documentId = unknownDocument();
  socket.says({ ...request("inventor", documentId), type: "sync", data });
  assert.equal((await socket.hears("doc-unavailable"))["documentId"], documentId);
});

test("a ticket opens the door once", async () => {
  const ticket = await workshop.facilitator.takesTicket();
  const address = `${workshop.server.sync}?ticket=${ticket}`;
  const socket = await RawSocket.joins(address, "ticket-holder");
  const second = await RawSocket.attempt(address);
  assert.deepEqual(second, { kind: "refused", status: 401 });
  socket.leaves();
});

test("a stock client can work with a ticket alone", async () => {
  const ticket = await workshop.facilitator.takesTicket();
  const client = StockClient.withTicket(workshop.server, ticket);
  const pad = await client.opens(workshop.pad);
  assert.equal(String(pad.doc().kind), "pad");
});

test("nobody gets in without a cookie or a ticket", async () => {
  const invented = randomBytes(16).toString("hex");
  for (const [address, headers] of [
    [workshop.server.sync, {}],
    [workshop.server.sync, { cookie: `atelier=${invented}` }],
    [`${workshop.server.sync}?ticket=${invented}`, {}],
  ] as const) {
    assert.deepEqual(await RawSocket.attempt(address, headers), { kind: "refused", status: 401 });
  }
});

test("a page of another site cannot use a visitor's cookie", async () => {
  const { cookie } = workshop.facilitator;
  const attempt = await RawSocket.attempt(workshop.server.sync, {
    cookie,
    origin: "https://elsewhere.example",
  });
  assert.deepEqual(attempt, { kind: "refused", status: 403 });
});

test("a reader's edits are refused while the reader goes on reading", async () => {
  const { id } = await workshop.facilitator.opensPad(workshop.id);
  const alice = await workshop.connects("Alice");
  const reader = await workshop.connects("Lecteur", "reader");
  const alices = await alice.opens(id);
  const readers = await reader.opens(id);
  types(readers, "REFUSÉ");
  for (const turn of [1, 2, 3]) {
    types(alices, `tour ${turn} `);
    await reads(readers, `turn ${turn}`, (body) => body.includes(`tour ${turn}`));
    await alice.saved(alices);
  }
  assert.equal(text(alices.doc()), "tour 1 tour 2 tour 3 ");
  assert.equal((await workshop.facilitator.exports(id, "txt")).includes("REFUSÉ"), false);
});

test("a reader learns nothing it may not and changes nothing over HTTP", async () => {
  const reader = await workshop.welcomes("Lecteur", "reader");
  const created = await reader.asks("POST", `/api/spaces/${workshop.id}/documents`, {
    kind: "pad",
    title: "Non",
  });
  assert.equal(created.status, 404);
  const closed = await reader.asks("DELETE", `/api/spaces/${workshop.id}/code`);
  assert.equal(closed.status, 404);
});

function request(senderId: string, documentId: string) {
  const [, data] = Automerge.generateSyncMessage(Automerge.init(), Automerge.initSyncState());
  return { type: "request", senderId, targetId: "*", documentId, data };
}
