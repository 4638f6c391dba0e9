// What is pasted into a pad from other programs, and what a pad gives to them.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@playwright/test";
import type { Guest } from "./guest.ts";
import { test } from "./guarded.ts";
import { expectLines } from "./lines.ts";
import { Together } from "./together.ts";

const SAMPLES = join(import.meta.dirname, "../../web/src/activities/pad/clipboard/samples");

type Clip = { html: string; text: string };

/** What a program puts on the clipboard, in its exact shape. */
function sample(program: string): Clip {
  return { html: readFileSync(join(SAMPLES, `${program}.clipboard`), "utf8"), text: program };
}

/** Pastes as a browser does that has this on its clipboard. */
async function pastes({ editor }: Guest, clip: Clip): Promise<void> {
  await editor.focus();
  await editor.evaluate((place, { html, text }) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    if (html !== "") clipboardData.setData("text/html", html);
    const how = { clipboardData, bubbles: true, cancelable: true };
    place.dispatchEvent(new ClipboardEvent("paste", how));
  }, clip);
}

/** What is on the clipboard after Ctrl+C. */
async function copies({ page }: Guest): Promise<Clip> {
  const copied = await page.evaluateHandle(() => {
    const clip: Clip = { html: "", text: "" };
    document.addEventListener("copy", ({ clipboardData }) => {
      clip.html = clipboardData?.getData("text/html") ?? "";
      clip.text = clipboardData?.getData("text/plain") ?? "";
    });
    return clip;
  });
  await page.keyboard.press("ControlOrMeta+c");
  await expect.poll(async () => (await copied.jsonValue()).html).not.toBe("");
  return copied.jsonValue();
}

/** What an editor learns of the clipboard is there. */
async function isTaught({ page }: Guest): Promise<void> {
  await page.waitForFunction(() =>
    performance.getEntriesByType("resource").some(({ name }) => /clipboard-[^/]*\.js/.test(name)),
  );
}

test("a page of Google Docs arrives as it was", async ({ server, arrives }) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  await pastes(alice, sample("google-docs"));
  await expectLines(together, alice, [
    "heading: Compte rendu",
    "paragraph: Une phrase en gras et penchée, voir l’ordre du jour",
    "paragraph: ",
    "bullet-item: louer la salle",
    "bullet-item: appeler la mairie",
    "numbered-item: accueil",
    "numbered-item: tour de table",
  ]);
  await expect(alice.editor.locator("strong")).toHaveText(["en gras", "accueil"]);
});

test("a page of Word arrives as it was", async ({ server, arrives }) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  await pastes(alice, sample("word"));
  await expectLines(together, alice, [
    "heading: Matériel",
    "paragraph: Une phrase que Word coupe dans sa source, parce qu’elle est bien longue : il faut la lire d’un trait.",
    "paragraph: ",
    "bullet-item: louer",
    "bullet-item: un camion",
    "bullet-item: acheter du pain",
    "numbered-item: accueil",
    "numbered-item: café",
    "check-item: prévenir",
    "check-item: affiches",
    "paragraph: Qui | Quoi",
    "paragraph: Ana | les tables et les chaises",
  ]);
});

test("lines pasted into a bullet are bullets", async ({ server, arrives }) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  await alice.types("- pain");
  await pastes(alice, { html: "", text: "s\r\nlait\r\n\r\nsel" });
  await expectLines(together, alice, [
    "bullet-item: pains",
    "bullet-item: lait",
    "bullet-item: sel",
  ]);
});

test("lists leave as lists, and come back as they were", async ({ server, arrives }) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  await isTaught(alice);
  await pastes(alice, { html: "", text: "Courses\n- pain\n  - complet\n- [x] lait\nfin" });
  const lines = [
    "paragraph: Courses",
    "bullet-item: pain",
    "bullet-item: complet",
    "check-item: lait",
    "paragraph: fin",
  ];
  await expectLines(together, alice, lines);
  await alice.page.keyboard.press("ControlOrMeta+a");
  const { html, text } = await copies(alice);
  expect(text).toBe("Courses\n\n- pain\n  - complet\n- [x] lait\n\nfin");
  expect(html).toContain("<ul><li>pain<ul><li>complet</li></ul></li></ul>");
  expect(html).toContain('<li role="checkbox" aria-checked="true">☑ lait</li>');
  await alice.page.keyboard.press("ControlOrMeta+End");
  await alice.page.keyboard.press("Enter");
  await alice.page.keyboard.press("ControlOrMeta+v");
  await expectLines(together, alice, [...lines, ...lines]);
});

test("a part of a line leaves as its words", async ({ server, arrives }) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  await isTaught(alice);
  await alice.types("- du pain");
  await alice.page.keyboard.press("ControlOrMeta+Shift+ArrowLeft");
  expect((await copies(alice)).text).toBe("pain");
  await alice.page.keyboard.press("End");
  for (const key of ["Enter", "Enter", "ControlOrMeta+v"]) await alice.page.keyboard.press(key);
  await expectLines(together, alice, ["bullet-item: du pain", "paragraph: pain"]);
});

test("a paste before the editor knows how waits for it", async ({ server, arrives }) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.joins("Alice");
  let letGo = (): void => undefined;
  const isLetGo = new Promise<void>((resolve) => (letGo = resolve));
  await alice.page.route(/clipboard-[^/]*\.js/, async (route) => {
    await isLetGo;
    await route.continue();
  });
  await alice.visits(together.path);
  await expect(alice.editor).toBeVisible();
  await pastes(alice, { html: "<ul><li><p>pain</p></li><li>lait</li></ul>", text: "pain\nlait" });
  letGo();
  await expectLines(together, alice, ["bullet-item: pain", "bullet-item: lait"]);
});

test("each line runs the way its letters do", async ({ server, arrives }) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  await pastes(alice, { html: "", text: "Bonjour à tous.\nمرحبا بالجميع.\n- خبز\n- pain" });
  const runs = (text: string): Promise<string[]> =>
    alice.editor.getByText(text).evaluate((line) => {
      const { direction, textAlign } = getComputedStyle(line);
      return [direction, textAlign];
    });
  expect(await runs("Bonjour à tous.")).toEqual(["ltr", "start"]);
  expect(await runs("مرحبا بالجميع.")).toEqual(["rtl", "start"]);
  expect(await runs("خبز")).toEqual(["rtl", "start"]);
  expect(await runs("pain")).toEqual(["ltr", "start"]);
});
