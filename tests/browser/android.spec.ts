// Android's keyboard in a pad: the browser is asked to edit the page, or edits it by itself.
import { expect } from "@playwright/test";
import type { Guest } from "./guest.ts";
import { test } from "./guarded.ts";
import { expectLines } from "./lines.ts";
import { ANDROID, Thumb } from "./thumb.ts";
import { Together } from "./together.ts";

/** Whether the page may say what becomes of an edit, or hears of it only when the browser has made it. */
const BROWSERS = [
  { browser: "a browser that asks", asks: true },
  { browser: "a browser that does not ask", asks: false },
] as const;

async function opensOnPhone(together: Together, asks: boolean): Promise<[Guest, Thumb]> {
  // The browser gives what it joins a style of its own, which the policy of the page refuses.
  const alice = await together.opens("Alice", "participant", { ...ANDROID, bypassCSP: true });
  if (!asks) await alice.page.evaluate(deafen);
  await alice.editor.tap();
  return [alice, await Thumb.of(alice)];
}

/** The page no longer hears what the browser is about to do. */
function deafen(): void {
  const stop = (event: Event): void => {
    event.stopImmediatePropagation();
  };
  window.addEventListener("beforeinput", stop, true);
}

async function writesList(thumb: Thumb, ...items: string[]): Promise<void> {
  for (const sign of ["-", " "]) await thumb.commits(sign);
  for (const [number, item] of items.entries()) {
    if (number > 0) await thumb.pressesEnter();
    await thumb.writes(item);
  }
}

for (const { browser, asks } of BROWSERS) {
  test.describe(browser, () => {
    test("each item of a list keeps its word", async ({ server, arrives }) => {
      const together = await Together.prepares(server, arrives);
      const [alice, thumb] = await opensOnPhone(together, asks);
      await writesList(thumb, "pain", "lait");
      await thumb.pressesEnter();
      await thumb.composes("œufs");
      await thumb.pressesEnter();
      await thumb.composes("sel");
      await thumb.commits("sel ");
      await expectLines(together, alice, [
        "bullet-item: pain",
        "bullet-item: lait",
        "bullet-item: œufs",
        "bullet-item: sel ",
      ]);
    });

    test("Enter inside a word cuts it in two items", async ({ server, arrives }) => {
      const together = await Together.prepares(server, arrives);
      const [alice, thumb] = await opensOnPhone(together, asks);
      await writesList(thumb, "painlait");
      await puts(alice, "painlait", 4);
      await thumb.pressesEnter();
      await thumb.writes("du ");
      await expectLines(together, alice, ["bullet-item: pain", "bullet-item: du lait"]);
    });

    test("Delete at the end of an item joins the next one", async ({ server, arrives }) => {
      const together = await Together.prepares(server, arrives);
      const [alice, thumb] = await opensOnPhone(together, asks);
      await writesList(thumb, "pain", "lait");
      await puts(alice, "pain", 4);
      await thumb.erasesForward();
      await expectLines(together, alice, ["bullet-item: painlait"]);
    });

    test("a word over several chosen lines takes their place", async ({ server, arrives }) => {
      const together = await Together.prepares(server, arrives);
      const [alice, thumb] = await opensOnPhone(together, asks);
      await writesList(thumb, "pain", "lait", "sel");
      await chooses(alice, ["pain", 1], ["sel", 2]);
      await thumb.composes("ai");
      await thumb.commits("ai");
      await expectLines(together, alice, ["bullet-item: pail"]);
    });

    test("where somebody's caret stands, their name stays out of the text", async ({
      server,
      arrives,
    }) => {
      const together = await Together.prepares(server, arrives);
      const [alice, thumb] = await opensOnPhone(together, asks);
      await writesList(thumb, "pain", "lait");
      const bob = await together.opens("Bob");
      await bob.editor.getByText("pain").click();
      await bob.page.keyboard.press("End");
      await expect(alice.caretOf("Bob")).toBeVisible();
      await puts(alice, "pain", 4);
      await thumb.writes("s");
      await thumb.pressesEnter();
      await thumb.composes("bis");
      await thumb.pressesEnter();
      await expectLines(together, alice, [
        "bullet-item: pains",
        "bullet-item: bis",
        "bullet-item: ",
        "bullet-item: lait",
      ]);
      await bob.reads("bis");
    });
  });
}

test("Backspace at the start of an item takes its sign, then the line", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const [alice, thumb] = await opensOnPhone(together, true);
  await writesList(thumb, "pain", "lait");
  await puts(alice, "lait", 0);
  await thumb.erases();
  await expectLines(together, alice, ["bullet-item: pain", "paragraph: lait"]);
  await thumb.erases();
  await expectLines(together, alice, ["bullet-item: painlait"]);
  await thumb.writes("et ");
  await expectLines(together, alice, ["bullet-item: painet lait"]);
});

test("Backspace empties an item letter by letter, then leaves the list", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const [alice, thumb] = await opensOnPhone(together, true);
  await writesList(thumb, "pain", "ou");
  await thumb.erases(2);
  await expectLines(together, alice, ["bullet-item: pain", "bullet-item: "]);
  await thumb.erases();
  await thumb.writes("lait");
  await expectLines(together, alice, ["bullet-item: pain", "paragraph: lait"]);
});

test("a browser that joins lines by itself leaves every word", async ({ server, arrives }) => {
  const together = await Together.prepares(server, arrives);
  const [alice, thumb] = await opensOnPhone(together, false);
  await writesList(thumb, "pain", "lait");
  await puts(alice, "lait", 0);
  await thumb.erases();
  await expectLines(together, alice, ["bullet-item: painlait"]);
  await thumb.writes("et ");
  await expectLines(together, alice, ["bullet-item: painet lait"]);
});

test("erasing where somebody's caret stands leaves their name out of the text", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const [alice, thumb] = await opensOnPhone(together, true);
  await writesList(thumb, "pain", "lait");
  const bob = await together.opens("Bob");
  await bob.editor.getByText("lait").click();
  await bob.page.keyboard.press("Home");
  await expect(alice.caretOf("Bob")).toBeVisible();
  await puts(alice, "lait", 0);
  await thumb.erases(2);
  await thumb.erasesForward();
  await thumb.erases(2);
  await expectLines(together, alice, ["bullet-item: paait"]);
  await bob.reads("paait");
});

/** The caret of a phone, put into the text that reads so. */
async function puts(guest: Guest, text: string, offset: number): Promise<void> {
  await chooses(guest, [text, offset], [text, offset]);
}

type Spot = readonly [text: string, offset: number];

/** Chooses text as soon as it is there: what a browser wrote by itself is read a moment later. */
async function chooses(guest: Guest, from: Spot, to: Spot): Promise<void> {
  for (const [text] of [from, to]) await expect(guest.editor.getByText(text)).not.toHaveCount(0);
  await guest.editor.evaluate(
    (editor, spots) => {
      const place = ([text, offset]: Spot): [Node, number] => {
        const texts = document.createTreeWalker(editor, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) {
          if (texts.currentNode.textContent === text) return [texts.currentNode, offset];
        }
        throw new Error(`nothing reads ${text}`);
      };
      const [start, end] = spots;
      document.getSelection()?.setBaseAndExtent(...place(start), ...place(end));
    },
    [from, to] as const,
  );
}
