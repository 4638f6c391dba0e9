// What is not typed letter by letter: accents of dead keys, words that a keyboard composes, pictures of several characters; in every
// sort of line, on a computer and on an Android phone.
import { expect } from "@playwright/test";
import { test } from "./guarded.ts";
import type { Guest } from "./guest.ts";
import { expectLines } from "./lines.ts";
import { ANDROID, Thumb } from "./thumb.ts";
import { Together } from "./together.ts";

/** How one comes into each sort of line, and how it reads with a text in it. */
const LINES: Record<string, { begins: string; reads: (text: string) => string[] }> = {
  "a heading": { begins: "# ", reads: (text) => [`heading: ${text}`] },
  "an item": { begins: "- ", reads: (text) => [`bullet-item: ${text}`] },
  "a box": { begins: "[] ", reads: (text) => [`check-item: ${text}`] },
  "a callout": { begins: "[!note] ", reads: (text) => [`callout: ${text}`] },
  code: { begins: "``` ", reads: (text) => [`code: ${text}`] },
  "a cell": {
    begins: "| a | b |\n",
    reads: (text) => ["table: ", "row: a | b", `row: ${text} | `, "paragraph: "],
  },
};

const DEVICES = { "a computer": {}, "an Android phone": { ...ANDROID, bypassCSP: true } };

async function begins(guest: Guest, text: string): Promise<Thumb> {
  await guest.types(text);
  // The caret is in the cell when the table is there.
  if (text.startsWith("|")) await expect(guest.editor.locator("td")).toHaveCount(2);
  return Thumb.of(guest);
}

for (const [device, options] of Object.entries(DEVICES)) {
  for (const [line, { begins: signs, reads }] of Object.entries(LINES)) {
    test(`on ${device}, in ${line}: accents, composed words and pictures`, async ({
      server,
      arrives,
    }) => {
      const together = await Together.prepares(server, arrives);
      const alice = await together.opens("Alice", "participant", options);
      const bob = await together.opens("Bob");
      const keyboard = await begins(alice, signs);
      // A dead key shows its accent until the letter comes.
      await keyboard.composes("´");
      await keyboard.commits("é");
      await keyboard.writes("tés");
      await keyboard.commits(" ");
      await keyboard.composes("にほ");
      await keyboard.commits("日本");
      await expectLines(together, alice, reads("étés 日本"));
      await keyboard.commits("👩‍🎨");
      await keyboard.commits("👍🏽");
      await keyboard.erases();
      await expectLines(together, alice, reads("étés 日本👩‍🎨"));
      await keyboard.erases();
      await keyboard.erases();
      await expectLines(together, alice, reads("étés 日"));
      await bob.reads("étés 日");
    });
  }
}

test("a word that is composed over several cells leaves the cells", async ({ server, arrives }) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  const keyboard = await begins(alice, "| a | b |\n");
  await alice.page.keyboard.type("un");
  await alice.page.keyboard.press("Tab");
  await alice.page.keyboard.type("deux");
  await alice.page.keyboard.press("Shift+Home");
  for (let key = 0; key < 2; key += 1) await alice.page.keyboard.press("Shift+ArrowLeft");
  await keyboard.composes("trois");
  await keyboard.commits("trois");
  await expect.poll(() => alice.editor.locator("td").allTextContents()).toEqual(["utrois", ""]);
});
