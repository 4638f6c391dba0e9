// What edits a pad beside keys: a voice, a writing helper in the browser, an iPhone.
import { expect } from "@playwright/test";
import { test } from "./guarded.ts";
import { expectLines } from "./lines.ts";
import { Together } from "./together.ts";

test("a dictated new line is an item of its own, with its words", async ({ server, arrives }) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice", "participant", { bypassCSP: true });
  await alice.types("- pain");
  await alice.page.evaluate(`
    document.execCommand("insertParagraph");
    document.execCommand("insertText", false, "lait");
  `);
  await expectLines(together, alice, ["bullet-item: pain", "bullet-item: lait"]);
  await alice.page.keyboard.type(" cru");
  await expectLines(together, alice, ["bullet-item: pain", "bullet-item: lait cru"]);
});

test("what a writing helper puts into a pad is no text of it", async ({ server, arrives }) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  await alice.types("- pain");
  await alice.editor.evaluate((editor) => {
    for (const place of [editor, ...editor.querySelectorAll("*")]) {
      const helper = document.createElement("writing-helper");
      helper.textContent = "2 fautes";
      place.append(helper);
    }
  });
  await expectLines(together, alice, ["bullet-item: pain"]);
  await alice.types(" bis");
  await expectLines(together, alice, ["bullet-item: pain bis"]);
});

test("a word that a writing helper replaces is kept", async ({ server, arrives }) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  await alice.types("- du pian");
  await alice.editor.getByText("du pian").evaluate((line) => {
    const words = line.ownerDocument.createElement("span");
    words.textContent = "pain";
    line.replaceChildren("du ", words);
  });
  await expectLines(together, alice, ["bullet-item: du pain"]);
});

test("an iPhone leaves no sign of an item that is not there", async ({ server, arrives }) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.isNew();
  await alice.page.addInitScript(() => {
    Object.defineProperty(navigator, "vendor", { value: "Apple Computer, Inc." });
    Object.defineProperty(navigator, "maxTouchPoints", { value: 5 });
  });
  await alice.followsLink(together.workshop.links.participant, "Alice");
  await alice.visits(together.path);
  await expect(alice.editor).toBeVisible();
  await alice.types("- pain");
  await alice.page.keyboard.press("Enter");
  await alice.page.keyboard.press("Enter");
  await alice.page.keyboard.type("lait");
  await expectLines(together, alice, ["bullet-item: pain", "paragraph: lait"]);
});
