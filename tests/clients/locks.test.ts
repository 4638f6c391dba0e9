// A locked pad: who facilitates writes in it, the others read, and what they wrote meanwhile comes when it is open again.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { reads, text, types } from "../world/pad.ts";
import { StockClient } from "../world/stock.ts";
import { OpenWorkshop } from "../world/workshop.ts";

let workshop: OpenWorkshop;
before(async () => {
  workshop = await OpenWorkshop.opens();
});

async function turnsLock(pad: string, locked: boolean): Promise<void> {
  const answer = await workshop.facilitator.asks("PATCH", `/api/documents/${pad}`, { locked });
  assert.equal(answer.status, 200);
}

test("a locked pad is written in by who facilitates alone, and what others wrote comes once it is open", async () => {
  const { id } = await workshop.facilitator.opensPad(workshop.id);
  const nadia = await StockClient.connects(workshop.server, workshop.facilitator);
  const alice = await workshop.connects("Alice");
  const [nadias, alices] = [await nadia.opens(id), await alice.opens(id)];
  types(alices, "avant ");
  await alice.saved(alices);

  await turnsLock(id, true);
  types(alices, "REFUSÉ ");
  for (const turn of [1, 2, 3]) {
    types(nadias, `tour ${turn} `);
    await nadia.saved(nadias);
    await reads(alices, `turn ${turn}`, (body) => body.includes(`tour ${turn}`));
  }
  assert.ok(!text(nadias.doc()).includes("REFUSÉ"));

  await turnsLock(id, false);
  await reads(nadias, "what waited", (body) => body.includes("REFUSÉ"));
  types(alices, "après");
  await reads(nadias, "what came after", (body) => body.includes("après"));
});

test("a room that opens on a locked pad is locked, whatever role somebody is given meanwhile", async () => {
  const { id } = await workshop.facilitator.opensPad(workshop.id);
  await turnsLock(id, true);
  const person = await workshop.welcomes("Bob");
  const bob = await StockClient.connects(workshop.server, person);
  const nadia = await StockClient.connects(workshop.server, workshop.facilitator);
  const [bobs, nadias] = [await bob.opens(id), await nadia.opens(id)];
  const seen = await person.asks("GET", `/api/spaces/${workshop.id}`);
  const { participant } = (await seen.json()) as { participant: string };
  const path = `/api/spaces/${workshop.id}/people/${participant}`;
  for (const role of ["reader", "participant"]) {
    const answer = await workshop.facilitator.asks("PATCH", path, { role });
    assert.equal(answer.status, 200);
  }
  types(bobs, "REFUSÉ");
  types(nadias, "écrit");
  await nadia.saved(nadias);
  await reads(bobs, "what Nadia wrote", (body) => body.includes("écrit"));
  assert.equal(text(nadias.doc()), "écrit");
  const made = await workshop.facilitator.asks("PATCH", path, { role: "facilitator" });
  assert.equal(made.status, 200);
  await reads(nadias, "what Bob wrote, who facilitates now", (body) => body.includes("REFUSÉ"));
});
