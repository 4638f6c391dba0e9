// What is pasted into a pad from other programs, and what a pad gives to them.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Locator } from "@playwright/test";
import type { Guest } from "./guest.ts";
import { test } from "./guarded.ts";
import { expectLines } from "./lines.ts";
import { type Clip, pastes } from "./pasting.ts";
import { Together } from "./together.ts";

const SAMPLES = join(import.meta.dirname, "../../web/src/activities/pad/clipboard/samples");

/** What a program puts on the clipboard, in its exact shape. */
function sample(program: string): Clip {
  return { html: readFileSync(join(SAMPLES, `${program}.clipboard`), "utf8"), text: program };
}

/** Drops a page at the end of a line, as a browser does that drags it over from elsewhere. */
async function dropsOn(line: Locator, html: string): Promise<void> {
  await line.evaluate((place, html) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.setData("text/html", html);
    const { right, top, height } = place.getBoundingClientRect();
    const at = { clientX: right - 1, clientY: top + height / 2 };
    const how = { dataTransfer, bubbles: true, cancelable: true, ...at };
    place.dispatchEvent(new DragEvent("dragenter", how));
    place.dispatchEvent(new DragEvent("drop", how));
  }, html);
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
    "table: ",
    "row: Qui | Quoi",
    "row: Ana | les tables et les chaises",
    "paragraph: ",
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
  await alice.types("- du pain");
  await alice.page.keyboard.press("ControlOrMeta+Shift+ArrowLeft");
  expect((await copies(alice)).text).toBe("pain");
  await alice.page.keyboard.press("End");
  for (const key of ["Enter", "Enter", "ControlOrMeta+v"]) await alice.page.keyboard.press(key);
  await expectLines(together, alice, ["bullet-item: du pain", "paragraph: pain"]);
});

/** Holds back what an editor has to know to paste, until it is let go. A service worker would have it already. */
async function holdsPasting({ page }: Guest): Promise<() => void> {
  let letGo = (): void => undefined;
  const isLetGo = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(/\/paste-[^/]*\.js/, async (route) => {
    await isLetGo;
    await route.continue();
  });
  return letGo;
}

test("what is pasted before the editor knows how goes where it was pasted, whatever is typed meanwhile", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.joins("Alice", "participant", { serviceWorkers: "block" });
  const letGo = await holdsPasting(alice);
  await alice.visits(together.path);
  await pastes(alice, { html: "<p>Courses</p><ul><li>pain</li></ul>", text: "Courses\npain" });
  await pastes(alice, { html: "", text: ", lait\n- sel\n- riz" });
  await alice.page.keyboard.type(" fin");
  await expect(alice.editor).toHaveText(" fin");
  letGo();
  const lines = ["paragraph: Courses", "bullet-item: pain, lait", "bullet-item: sel"];
  await expectLines(together, alice, [...lines, "bullet-item: riz fin"]);
  await alice.page.keyboard.type("e");
  await expectLines(together, alice, [...lines, "bullet-item: riz fine"]);
});

test("a page that is dropped before the editor knows how arrives where it was dropped", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.joins("Alice", "participant", { serviceWorkers: "block" });
  const letGo = await holdsPasting(alice);
  await alice.visits(together.path);
  await alice.types("un");
  await alice.page.keyboard.press("Enter");
  await alice.types("deux");
  await dropsOn(alice.editor.getByText("un"), "<ul><li>pain</li><li>lait</li></ul>");
  letGo();
  await expectLines(together, alice, ["paragraph: unpain", "bullet-item: lait", "paragraph: deux"]);
});

test("without a network, what is pasted for the first time arrives as its words", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.joins("Alice", "participant", { serviceWorkers: "block" });
  await alice.page.route(/\/paste-[^/]*\.js/, (route) => route.abort());
  await alice.visits(together.path);
  await pastes(alice, { html: "<p>du <b>pain</b></p>", text: "du pain" });
  await expectLines(together, alice, ["paragraph: du pain"]);
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
