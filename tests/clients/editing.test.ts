// Two stock clients in one pad: what one writes, the other reads, whatever it is.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import * as Automerge from "@automerge/automerge";
import type { DocHandle } from "@automerge/automerge-repo";
import { BODY, type Pad, block, reads, text, types, writesLine } from "../world/pad.ts";
import { OpenWorkshop } from "../world/workshop.ts";

let workshop: OpenWorkshop;
before(async () => {
  workshop = await OpenWorkshop.opens();
});

async function twoPeopleInANewPad() {
  const { id } = await workshop.facilitator.opensPad(workshop.id);
  const [alice, bob] = await Promise.all([workshop.connects("Alice"), workshop.connects("Bob")]);
  return { id, alice, bob, alices: await alice.opens(id), bobs: await bob.opens(id) };
}

test("a new pad holds one empty paragraph and the root of a pad", async () => {
  const { alices } = await twoPeopleInANewPad();
  const pad = alices.doc();
  assert.equal(String(pad.kind), "pad");
  assert.equal(pad.version, 1);
  assert.equal(Automerge.spans(pad, BODY).length, 1);
  assert.equal(text(pad), "");
});

test("what each writes is read by the other as it comes", async () => {
  const { alices, bobs } = await twoPeopleInANewPad();
  types(alices, "Bonjour ");
  await reads(bobs, "Alice's word", (body) => body === "Bonjour ");
  types(bobs, "à tous 🌿");
  await reads(alices, "Bob's words", (body) => body === "Bonjour à tous 🌿");
});

test("someone who comes later reads everything", async () => {
  const { id, alices, bobs } = await twoPeopleInANewPad();
  types(alices, "Premier point");
  await reads(bobs, "the first point", (body) => body === "Premier point");
  writesLine(bobs, "Second point");
  await reads(alices, "both points", (body) => body === "Premier point\nSecond point");
  const chloe = await workshop.connects("Chloé");
  const chloes = await chloe.opens(id);
  await reads(chloes, "both points", (body) => body === "Premier point\nSecond point");
});

test("sixty edits of each at the same time end in one text", async () => {
  const { alices, bobs } = await twoPeopleInANewPad();
  for (let turn = 0; turn < 60; turn += 1) {
    types(alices, `a${turn} `);
    types(bobs, `b${turn} `);
  }
  const isWhole = (body: string): boolean =>
    body.match(/a\d+ /g)?.length === 60 && body.match(/b\d+ /g)?.length === 60;
  await reads(alices, "all edits", isWhole);
  await reads(bobs, "all edits", isWhole);
  assert.equal(text(alices.doc()), text(bobs.doc()));
});

test("marks and blocks of a stock client arrive as they were made", async () => {
  const { id, alice, alices, bobs } = await twoPeopleInANewPad();
  alices.change((pad) => {
    Automerge.splice(pad, BODY, 1, 0, "Le square");
    Automerge.splitBlock(pad, BODY, 10, block("heading", { level: 2 }));
    Automerge.splice(pad, BODY, 11, 0, "Ce soir");
    Automerge.mark(pad, BODY, { start: 4, end: 10, expand: "after" }, "strong", true);
  });
  await reads(bobs, "both blocks", (body) => body === "Le square\nCe soir");
  assert.deepEqual(spans(bobs), spans(alices));
  await alice.saved(alices);
  const visitor = await workshop.welcomes("Lectrice", "reader");
  assert.match(await visitor.exports(id, "md"), /Le \*\*square\*\*\n+## Ce soir/);
});

test("a page pasted at once arrives whole", async () => {
  const { id, alice, alices, bobs } = await twoPeopleInANewPad();
  const page = "Le jardin partagé ouvre en avril, l’été y sera doux. ".repeat(380);
  types(alices, page);
  await reads(bobs, "the page", (body) => body === page);
  await alice.saved(alices);
  assert.equal((await workshop.facilitator.exports(id, "txt")).trimEnd(), page.trimEnd());
});

/** The blocks and marked texts of a pad, as plain values: the order of their keys says nothing. */
function spans(handle: DocHandle<Pad>): unknown {
  return JSON.parse(JSON.stringify(Automerge.spans(handle.doc(), BODY)));
}
