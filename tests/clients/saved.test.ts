// What a stock client was told is saved is there after a kill -9; what it had not told yet, it brings back.
import assert from "node:assert/strict";
import { test } from "node:test";
import { reads, text, types, writesLine } from "../world/pad.ts";
import { OpenWorkshop } from "../world/workshop.ts";

test("what was told saved outlives a kill -9 right after", async () => {
  const workshop = await OpenWorkshop.opens();
  const alice = await workshop.connects("Alice");
  const pad = await alice.opens(workshop.pad);
  for (let turn = 0; turn < 5; turn += 1) {
    types(pad, `tour ${turn}. `);
    await alice.saved(pad);
    await workshop.server.kill();
    await alice.goesOffline();
    await workshop.server.restart();
    const onDisk = await workshop.facilitator.exports(workshop.pad, "txt");
    assert.equal(onDisk.trimEnd(), text(pad.doc()).trimEnd());
    await alice.comesBack();
  }
});

test("a client comes back by itself after a restart and goes on", async () => {
  const workshop = await OpenWorkshop.opens();
  const [alice, bob] = await Promise.all([workshop.connects("Alice"), workshop.connects("Bob")]);
  const alices = await alice.opens(workshop.pad);
  const bobs = await bob.opens(workshop.pad);
  types(alices, "avant");
  await reads(bobs, "what was typed before", (body) => body === "avant");
  await workshop.server.kill();
  await workshop.server.restart();
  types(alices, ", après");
  await reads(bobs, "what was typed after", (body) => body === "avant, après");
});

test("what two people wrote offline merges when they are back", async () => {
  const workshop = await OpenWorkshop.opens();
  const [alice, bob] = await Promise.all([workshop.connects("Alice"), workshop.connects("Bob")]);
  const alices = await alice.opens(workshop.pad);
  const bobs = await bob.opens(workshop.pad);
  types(alices, "Ensemble.");
  await reads(bobs, "the common start", (body) => body === "Ensemble.");
  await Promise.all([alice.goesOffline(), bob.goesOffline()]);
  writesLine(alices, "Alice dans le train");
  writesLine(bobs, "Bob dans la cave");
  await Promise.all([alice.comesBack(), bob.comesBack()]);
  const isMerged = (body: string): boolean =>
    body.includes("\nAlice dans le train") && body.includes("\nBob dans la cave");
  await Promise.all([reads(alices, "both", isMerged), reads(bobs, "both", isMerged)]);
  assert.equal(text(alices.doc()), text(bobs.doc()));
});

test("what is typed while the server is down is saved when it is back", async () => {
  const workshop = await OpenWorkshop.opens();
  const alice = await workshop.connects("Alice");
  const pad = await alice.opens(workshop.pad);
  await workshop.server.kill();
  types(pad, "écrit sans serveur");
  await workshop.server.restart();
  await alice.saved(pad);
  assert.match(await workshop.facilitator.exports(workshop.pad, "txt"), /écrit sans serveur/);
});
