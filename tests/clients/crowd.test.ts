// A busy room: stock clients answer every frame they are sent, which is no abuse.
import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { Crowd } from "../world/crowd.ts";
import { reads, text, types } from "../world/pad.ts";
import { OpenWorkshop } from "../world/workshop.ts";

const PEOPLE = 6;
/** Together they are sent more frames than a socket may send messages with changes at once. */
const WORDS_EACH = 120;
const PAUSE_MS = 10;

test("what stock clients write in a busy room is all there, and nothing was refused", async () => {
  const workshop = await OpenWorkshop.opens();
  const names = Array.from({ length: PEOPLE }, (_, number) => `p${number}`);
  const people = await Promise.all(names.map((name) => workshop.connects(name)));
  const pads = await Promise.all(people.map((person) => person.opens(workshop.pad)));
  const writing = pads.map(async (pad, person) => {
    for (let word = 0; word < WORDS_EACH; word += 1) {
      types(pad, `${names[person]}w${word} `);
      await pause(PAUSE_MS);
    }
  });
  await Promise.all(writing);
  const isWhole = (body: string): boolean =>
    body.match(/p\d+w\d+ /g)?.length === PEOPLE * WORDS_EACH;
  await Promise.all(pads.map((pad) => reads(pad, "all words", isWhole)));
  assert.ok(pads.every((pad) => text(pad.doc()) === text(pads[0]?.doc() as never)));
  const metrics = await (await fetch(`${workshop.server.url}/metrics`)).text();
  assert.doesNotMatch(metrics, /atelier_messages_refused_total/);
});

/** A room of fifty: all but one write five times a second. */
const OTHERS = 49;
const LETTER = "§";
const WORDS = 200;
/** What the others write in two seconds. An edit that comes after more of theirs is late. */
const LETTERS_MEANWHILE_MAX = 2 * OTHERS * 5;

test("a stock client among many who write is neither late nor refused", async () => {
  const workshop = await OpenWorkshop.opens();
  const ana = await workshop.connects("Ana");
  const ben = await workshop.connects("Ben", "reader");
  const pad = await ana.opens(workshop.pad);
  const read = await ben.opens(workshop.pad);
  const crowd = await Crowd.gathers(workshop, pad, OTHERS, LETTER);
  const letters = (): number => text(read.doc()).split(LETTER).length - 1;
  for (let word = 0; word < WORDS; word += 1) {
    const before = letters();
    types(pad, `word${word} `);
    await reads(read, `word ${word}`, (body) => body.includes(`word${word} `));
    const meanwhile = letters() - before;
    assert.ok(meanwhile <= LETTERS_MEANWHILE_MAX, `word ${word} came after ${meanwhile} letters`);
  }
  crowd.leaves();
  assert.ok(letters() > OTHERS, "the others wrote");
  const written = await workshop.facilitator.exports(workshop.pad, "txt");
  const missing = Array.from({ length: WORDS }, (_, word) => `word${word} `);
  assert.deepEqual(
    missing.filter((word) => !written.includes(word.trim())),
    [],
  );
  const metrics = await (await fetch(`${workshop.server.url}/metrics`)).text();
  assert.doesNotMatch(metrics, /atelier_messages_refused_total/);
  assert.match(metrics, /^atelier_messages_slowed_total 0$/m);
  assert.match(metrics, /^atelier_sockets_behind_total 0$/m);
});
