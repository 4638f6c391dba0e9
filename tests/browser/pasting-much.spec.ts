// Much that is pasted comes piece by piece: the page answers meanwhile, and it stays one thing to undo.
import { expect, type Page } from "@playwright/test";
import type { Guest } from "./guest.ts";
import { test } from "./guarded.ts";
import { pastes } from "./pasting.ts";
import { Together } from "./together.ts";

const LINES = 250;
const line = (number: number): string =>
  `Ligne ${String(number)} avec **du gras** et des mots qui suivent, encore et encore, jusqu’au bout.`;
const MUCH = Array.from({ length: LINES }, (_, number) => line(number + 1)).join("\n");

/** How often the page was painted with more lines in it than before, from now on. */
async function watchesLines(page: Page): Promise<() => Promise<number>> {
  const grown = await page.evaluateHandle(() => {
    const seen = { times: 0 };
    let before = document.querySelectorAll(".sheet p").length;
    const look = (): void => {
      const now = document.querySelectorAll(".sheet p").length;
      if (now > before) seen.times++;
      before = now;
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    return seen;
  });
  return async () => (await grown.jsonValue()).times;
}

/** Pastes much, and waits until the last line is there. */
async function pastesMuch(guest: Guest): Promise<void> {
  await pastes(guest, { text: MUCH, html: "" });
  await guest.reads(`Ligne ${String(LINES)} `);
}

test("much that is pasted comes over many frames, reaches others, and one undo takes it away", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  const bob = await together.opens("Bob");
  await alice.types("Avant. ");
  const frames = await watchesLines(alice.page);
  await pastesMuch(alice);
  expect(await frames()).toBeGreaterThan(5);
  await expect(alice.editor.locator("strong")).toHaveCount(LINES);
  await bob.reads(`Ligne ${String(LINES)} `);
  await alice.types("Après.");
  await expect(alice.editor.locator("p").last()).toHaveText(/jusqu’au bout\.Après\.$/);

  await alice.page.keyboard.press("ControlOrMeta+z");
  await expect(alice.editor.locator("p").last()).toHaveText(/jusqu’au bout\.$/);
  await alice.page.keyboard.press("ControlOrMeta+z");
  await expect(alice.editor.locator("p")).toHaveText(["Avant. "]);
  await bob.readsNoMore("Ligne 1 ");
  await alice.page.keyboard.press("ControlOrMeta+Shift+z");
  await alice.reads(`Ligne ${String(LINES)} `);
  await expect(alice.editor.locator("p")).toHaveCount(LINES);
});

test("more than a pad takes is refused in words, and nothing is added", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  await alice.types("Avant.");
  await pastes(alice, { text: "mot ".repeat(80_000), html: "" });
  await expect(alice.page.getByText("C’est trop long pour être collé en une fois")).toBeVisible();
  await expect(alice.editor.locator("p")).toHaveText(["Avant."]);
});

test("Markdown that is pasted keeps its structure, and its letters with Ctrl+Shift+V", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  const text = "# Titre\n\n- [x] *fait*\n\n> cité";
  await pastes(alice, { text, html: "" });
  await expect(alice.editor.getByRole("heading", { level: 1, name: "Titre" })).toBeVisible();
  await expect(alice.editor.locator("em")).toHaveText("fait");
  await expect(alice.editor.locator("blockquote")).toHaveText("cité");
  await alice.page.keyboard.press("ControlOrMeta+z");
  await expect(alice.editor.getByRole("heading")).toHaveCount(0);
  await alice.page.keyboard.down("ControlOrMeta");
  await alice.page.keyboard.down("Shift");
  await alice.page.keyboard.down("v");
  await pastes(alice, { text, html: "" });
  await alice.reads("# Titre");
  await alice.page.keyboard.up("v");
  await alice.page.keyboard.up("Shift");
  await alice.page.keyboard.up("ControlOrMeta");
});
