// Pastes 200 kB into a pad, takes it back, and prints for how long the page did not answer, as one line of JSON.
import { chromium, expect, type Page } from "@playwright/test";
import config from "../playwright.config.ts";
import { Guest } from "../browser/guest.ts";
import { pastes } from "../browser/pasting.ts";
import { Server } from "../world/server.ts";
import { noteOpening, noteTyping, seenIn } from "./seen.ts";

const LINES = 1_600;
const PATIENCE_MS = 300_000;
const TEXT = Array.from(
  { length: LINES },
  (_, number) =>
    `Ligne ${String(number + 1)} avec **du gras**, *nuance* et des mots qui suivent, encore et encore, jusqu’à la fin de la ligne.`,
).join("\n");

/** How long it took in all, and the longest task meanwhile, in milliseconds. */
type Took = { allMs: number; longestTaskMs: number; tasksOver100ms: number };

const server = await Server.start();
const browser = await chromium.launch(config.use?.launchOptions);
try {
  const context = await browser.newContext({ locale: "fr-FR" });
  const guest = new Guest(await context.newPage(), `http://127.0.0.1:${String(server.port)}`);
  await noteOpening(guest.page);
  await guest.opensWorkshop("Atelier", "Nadia");
  await guest.createsPad("Long");
  await guest.types("Avant.");
  await noteTyping(guest.page);
  const pasted = await took(guest.page, async () => {
    await pastes(guest, { text: TEXT, html: "" });
    await guest.page.waitForFunction(isThere, `Ligne ${String(LINES)} `, { timeout: PATIENCE_MS });
  });
  const undone = await took(guest.page, async () => {
    await guest.page.keyboard.press("ControlOrMeta+z");
    await expect(guest.editor.locator("p")).toHaveCount(1, { timeout: PATIENCE_MS });
  });
  process.stdout.write(`${JSON.stringify({ letters: TEXT.length, pasted, undone })}\n`);
} finally {
  await browser.close();
  await server.close();
}

function isThere(text: string): boolean {
  return document.querySelector(".ProseMirror")?.textContent.includes(text) === true;
}

async function took(page: Page, act: () => Promise<void>): Promise<Took> {
  const before = (await seenIn(page)).blocked.length;
  const start = performance.now();
  await act();
  const allMs = Math.round(performance.now() - start);
  const tasks = (await seenIn(page)).blocked.slice(before).map(Math.round);
  const longestTaskMs = Math.max(0, ...tasks);
  return { allMs, longestTaskMs, tasksOver100ms: tasks.filter((task) => task > 100).length };
}
