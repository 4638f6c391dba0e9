// A document is deleted while stock clients have it: they are told as of any unavailable one, and cannot bring it back.
import assert from "node:assert/strict";
import { test } from "node:test";
import * as Automerge from "@automerge/automerge";
import { reads, types } from "../world/pad.ts";
import { RawSocket } from "../world/raw-socket.ts";
import { OpenWorkshop } from "../world/workshop.ts";

async function deletes(workshop: OpenWorkshop, document: string): Promise<void> {
  const path = `/api/documents/${document}`;
  await workshop.facilitator.asks("PATCH", path, { archived: true });
  assert.equal((await workshop.facilitator.asks("DELETE", path)).status, 204);
}

test("whoever has the document open is told that it is unavailable", async () => {
  const workshop = await OpenWorkshop.opens();
  const alice = await workshop.welcomes("Alice");
  const socket = await RawSocket.joins(workshop.server.sync, "alice", { cookie: alice.cookie });
  const [, data] = Automerge.generateSyncMessage(Automerge.init(), Automerge.initSyncState());
  const message = { senderId: "alice", targetId: "server", documentId: workshop.pad, data };
  socket.says({ type: "request", ...message });
  await socket.hears("sync");
  await deletes(workshop, workshop.pad);
  assert.equal((await socket.hears("doc-unavailable"))["documentId"], workshop.pad);
  socket.says({ type: "sync", ...message });
  assert.equal((await socket.hears("doc-unavailable"))["documentId"], workshop.pad);
});

test("a copy that was written in offline does not bring the document back", async () => {
  const workshop = await OpenWorkshop.opens();
  const other = await workshop.facilitator.opensPad(workshop.id, "Autre");
  const alice = await workshop.connects("Alice");
  const pad = await alice.opens(workshop.pad);
  const kept = await alice.opens(other.id);
  types(pad, "avant");
  await alice.saved(pad);
  await alice.goesOffline();
  types(pad, ", après");
  types(kept, "ailleurs");
  await deletes(workshop, workshop.pad);
  await alice.comesBack();
  const bob = await workshop.connects("Bob");
  const bobs = await bob.opens(other.id);
  await reads(bobs, "what Alice wrote elsewhere", (body) => body === "ailleurs");
  await assert.rejects(bob.opens(workshop.pad), /unavailable/);
  const path = `/api/documents/${workshop.pad}`;
  assert.equal((await workshop.facilitator.asks("GET", `${path}.txt`)).status, 404);
  assert.equal((await workshop.facilitator.asks("GET", `${path}/deletion`)).status, 200);
  await workshop.server.kill();
  await workshop.server.restart();
  await reads(bobs, "what was there before", (body) => body === "ailleurs");
  assert.equal((await workshop.facilitator.asks("GET", `${path}.txt`)).status, 404);
});
