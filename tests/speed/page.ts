// Opens a pad in Chromium with nothing cached, or types in it, and prints what that took as one line of JSON.
import type { Page } from "@playwright/test";
import { launch, newDevice } from "./chromium.ts";
import { noteOpening, noteTyping, seenIn } from "./seen.ts";
import { countSizes } from "./sizes.ts";

const KEYS = 60;
/** From pressing a key to letting it go: ten keys or so in a second, as one types. */
const PRESSED_MS = 110;
/** Opening the longest pad may take this long before it counts as a failure. */
const PATIENCE_MS = 120_000;

const [what, address = "", cookie = ""] = process.argv.slice(2);

const browser = await launch();
try {
  const device = await newDevice(browser, address, cookie);
  const page = await device.newPage();
  const told = what === "visit" ? await visit(page) : await type(page);
  process.stdout.write(JSON.stringify(told) + "\n");
} finally {
  await browser.close();
}

async function visit(page: Page): Promise<object> {
  const sizes = await countSizes(page);
  await open(page);
  // What is fetched once one can write, for offline use, is part of the visit.
  await page.waitForLoadState("networkidle");
  const { text, editable } = await seenIn(page);
  return {
    textMs: text,
    editableMs: editable,
    jsKb: sizes.js / 1000,
    wasmKb: sizes.wasm / 1000,
  };
}

async function open(page: Page): Promise<void> {
  await noteOpening(page);
  await page.goto(address, { waitUntil: "commit" });
  const editor = page.locator("[contenteditable=true]").first();
  await editor.waitFor({ timeout: PATIENCE_MS });
}

async function type(page: Page): Promise<object> {
  await open(page);
  await page.locator("[contenteditable=true]").first().click();
  await page.keyboard.press("ControlOrMeta+End");
  await noteTyping(page);
  for (let key = 0; key < KEYS; key += 1) await page.keyboard.press("e", { delay: PRESSED_MS });
  const { keys, blocked } = await seenIn(page);
  if (keys.length < KEYS) throw new Error(`only ${keys.length} of ${KEYS} keys were painted`);
  keys.sort((a, b) => a - b);
  const at = (share: number): number => keys[Math.ceil(share * keys.length) - 1] ?? NaN;
  return { keyP50Ms: at(0.5), keyP95Ms: at(0.95), blockedMs: Math.max(0, ...blocked) };
}
