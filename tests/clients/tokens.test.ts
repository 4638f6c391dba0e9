// Programs: an unmodified client that connects with a token of a person, for as long as it is good.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import * as Automerge from "@automerge/automerge";
import WebSocket from "ws";
import { inTime } from "../world/deadline.ts";
import { reads, text, types } from "../world/pad.ts";
import { RawSocket } from "../world/raw-socket.ts";
import { StockClient } from "../world/stock.ts";
import { OpenWorkshop } from "../world/workshop.ts";

let workshop: OpenWorkshop;
before(async () => {
  workshop = await OpenWorkshop.opens();
});

test("a program comes back with the same token as often as its network fails", async () => {
  const alice = await workshop.welcomes("Alice");
  const { secret } = await alice.makesToken(workshop.id, "write");
  const program = await StockClient.withToken(workshop.server, secret);
  const pad = await program.opens(workshop.pad);
  const witness = await workshop.connects("Témoin");
  const seen = await witness.opens(workshop.pad);
  for (let turn = 1; turn <= 4; turn += 1) {
    await program.goesOffline();
    types(pad, `tour ${turn} `);
    await program.comesBack();
    await reads(seen, `turn ${turn}`, (body) => body.includes(`tour ${turn}`));
    await program.saved(pad);
  }
  await workshop.server.kill();
  await workshop.server.restart();
  types(pad, "après");
  await reads(seen, "what came after the restart", (body) => body.includes("après"));
});

test("a program that may only read is told what others write, and writes nothing", async () => {
  const { id } = await workshop.facilitator.opensPad(workshop.id);
  const { secret } = await workshop.facilitator.makesToken(workshop.id, "read");
  const program = await StockClient.withToken(workshop.server, secret);
  const read = await program.opens(id);
  const alice = await workshop.connects("Alice");
  const written = await alice.opens(id);
  types(read, "REFUSÉ");
  types(written, "écrit");
  await reads(read, "what was written", (body) => body.includes("écrit"));
  await alice.saved(written);
  assert.equal(text(written.doc()), "écrit");
});

test("the socket of a person keeps its rights beside that of their program", async () => {
  const { id } = await workshop.facilitator.opensPad(workshop.id);
  const nadia = await StockClient.connects(workshop.server, workshop.facilitator);
  const { secret } = await workshop.facilitator.makesToken(workshop.id, "read");
  const program = await StockClient.withToken(workshop.server, secret);
  const [own, read] = [await nadia.opens(id), await program.opens(id)];
  // Somebody else loses a right: every connection asks again for its own.
  const bob = await workshop.welcomes("Bob");
  const seen = await bob.asks("GET", `/api/spaces/${workshop.id}`);
  const { participant } = (await seen.json()) as { participant: string };
  const role = await workshop.facilitator.asks(
    "PATCH",
    `/api/spaces/${workshop.id}/people/${participant}`,
    { role: "reader" },
  );
  assert.equal(role.status, 200);
  types(read, "REFUSÉ");
  types(own, "un ");
  await nadia.saved(own);
  types(own, "deux");
  await nadia.saved(own);
  await reads(read, "both", (body) => body.includes("deux"));
  assert.equal(text(own.doc()), "un deux");
});

test("a revoked token ends the connection, and refuses the next one without breaking the client", async () => {
  const alice = await workshop.welcomes("Alice");
  const { id, secret } = await alice.makesToken(workshop.id, "write");
  const address = `${workshop.server.sync}?token=${secret}`;
  const socket = await opened(address);
  socket.send(join());
  const ended = closed(socket);
  const program = await StockClient.withToken(workshop.server, secret);
  await program.opens(workshop.pad);
  const revoked = await alice.asks("DELETE", `/api/spaces/${workshop.id}/tokens/${id}`);
  assert.equal(revoked.status, 204);
  assert.equal(await ended, 4401);
  // A refused handshake would make a stock client throw; it is told on the open socket.
  for (let again = 0; again < 3; again += 1) {
    assert.equal(await closed(await opened(address)), 4401);
  }
  const lost = await StockClient.withToken(workshop.server, secret);
  await assert.rejects(lost.opens(workshop.pad));
});

test("a session is no token, and a token is no session", async () => {
  const alice = await workshop.welcomes("Alice");
  const { secret } = await alice.makesToken(workshop.id, "write");
  const session = alice.cookie.split("=")[1] ?? "";
  assert.equal(await closed(await opened(`${workshop.server.sync}?token=${session}`)), 4401);
  const asCookie = await RawSocket.attempt(workshop.server.sync, { cookie: `atelier=${secret}` });
  assert.deepEqual(asCookie, { kind: "refused", status: 401 });
});

test("what a program writes is its person's", async () => {
  const { id } = await workshop.facilitator.opensPad(workshop.id);
  const alice = await workshop.welcomes("Alice");
  const { secret } = await alice.makesToken(workshop.id, "write");
  const program = await StockClient.withToken(workshop.server, secret);
  const pad = await program.opens(id);
  types(pad, "du programme");
  await program.saved(pad);
  const answer = await alice.asks("GET", `/api/documents/${id}/authors`);
  const authors = JSON.stringify(await answer.json());
  const actor = Automerge.getActorId(pad.doc());
  assert.ok(authors.includes(actor), authors);
});

function opened(address: string): Promise<WebSocket> {
  const socket = new WebSocket(address);
  return inTime(
    "the socket to open",
    new Promise((resolve, reject) => {
      socket.on("open", () => {
        resolve(socket);
      });
      socket.on("error", reject);
    }),
  );
}

function closed(socket: WebSocket): Promise<number> {
  return inTime("the socket to be closed", new Promise((resolve) => socket.on("close", resolve)));
}

function join(): Uint8Array {
  // {type: "join", senderId: "raw", supportedProtocolVersions: ["1"]}
  const text = (word: string): number[] => [0x60 + word.length, ...Buffer.from(word)];
  const versions = [0x78, 25, ...Buffer.from("supportedProtocolVersions"), 0x81, ...text("1")];
  return new Uint8Array([
    0xa3,
    ...text("type"),
    ...text("join"),
    ...text("senderId"),
    ...text("raw"),
    ...versions,
  ]);
}
