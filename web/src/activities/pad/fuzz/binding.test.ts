// @vitest-environment happy-dom
// The binding under random work of several people: their pages and their documents never part.
import type { Node } from "prosemirror-model";
import { beforeAll, describe, expect, test } from "vitest";
import { ready } from "../../../document/testing/automerge";
import { Dice } from "./dice";
import { foreignErased } from "./foreign";
import { gesture } from "./gestures";
import { Post } from "./post";
import { newPad, Writer } from "./writer";

/** The same seeds each time, so that a failure means that the code changed; `make proof` plays fresh ones. */
const SEED = Number(process.env["PAD_FUZZ_SEED"] ?? 1);
/** For each number of people. */
const ROUNDS = Number(process.env["PAD_FUZZ_ROUNDS"] ?? 400);
const ROUND_MS_MAX = 2000;
/** A world is thrown away after this many rounds: long texts make rounds slow and gestures rare. */
const ROUNDS_PER_WORLD = 25;

beforeAll(ready);

describe("people who write at once", () => {
  test.each([2, 3])(
    "%i of them see the same page, which is the document's",
    { timeout: ROUNDS * ROUND_MS_MAX },
    async (people) => {
      console.info(`PAD_FUZZ_SEED=${String(SEED)} PAD_FUZZ_ROUNDS=${String(ROUNDS)}`);
      for (let world = 0; world < ROUNDS / ROUNDS_PER_WORLD; world++) {
        inWorld(SEED + world, people);
        await documentsAreFreed();
      }
    },
  );
});

/** Documents of a world that is over are freed between two tasks, never within one. */
function documentsAreFreed(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** A failure names the seed that plays it again. */
function inWorld(seed: number, people: number): void {
  const dice = new Dice(seed);
  const pad = newPad();
  const writers = Array.from({ length: people }, (_, number) => new Writer(number + 1, pad));
  const post = new Post(writers);
  for (let round = 0; round < ROUNDS_PER_WORLD; round++) {
    try {
      playRound(writers, post, dice);
    } catch (error) {
      throw new Error(
        `PAD_FUZZ_SEED=${String(seed)} PAD_FUZZ_ROUNDS=${String(ROUNDS_PER_WORLD)} fails in round ${String(round)}`,
        { cause: error },
      );
    }
  }
}

function playRound(writers: Writer[], post: Post, dice: Dice): void {
  for (let step = 2 + dice.below(10); step > 0; step--) {
    for (const writer of writers) act(writer, post, dice);
  }
  for (const writer of writers) writer.endsComposing();
  for (const writer of writers) post.deliver(writer, Infinity);
  for (const writer of writers) {
    expectTheDocumentsPage(writer);
    if (writers[0]) expectTheSame(writer.state.doc, writers[0].state.doc);
  }
}

function act(writer: Writer, post: Post, dice: Dice): void {
  if (dice.once(10)) undoesOnlyTheirOwn(writer);
  else gesture(writer, dice);
  if (dice.once(12)) composesAWord(writer, post, dice);
  if (dice.once(8)) writer.composes();
  if (dice.once(4)) writer.endsComposing();
  if (dice.once(3)) post.deliver(writer, 1 + dice.below(5));
  expectTheDocumentsPage(writer);
}

/** What others wrote and an undo takes out is an error. */
function undoesOnlyTheirOwn(writer: Writer): void {
  const before = writer.document;
  writer.undoes();
  expect(foreignErased(before, writer.document)).toEqual([]);
}

/** An input method changes a word again and again, while others write. */
function composesAWord(writer: Writer, post: Post, dice: Dice): void {
  let letters = 0;
  for (const text of dice.pick([
    ["´", "é"],
    ["n", "ni", "nih", "日", "日本"],
    ["le", "", "la "],
  ])) {
    writer.replaces(letters, text);
    writer.composes();
    letters = text.length;
    if (dice.once(2)) post.deliver(writer, 1 + dice.below(3));
    expectTheDocumentsPage(writer);
  }
}

/** Unless it waits for the end of a composition, the page is what the document says. */
function expectTheDocumentsPage(writer: Writer): void {
  writer.state.doc.check();
  if (writer.binding.isCurrent) expectTheSame(writer.state.doc, writer.said);
  else expect(writer.isComposing).toBe(true);
}

/** Comparing pages as words is slow: that is for those who read of a failure. */
function expectTheSame(page: Node, wanted: Node): void {
  if (!page.eq(wanted)) expect(page.toJSON()).toEqual(wanted.toJSON());
}
