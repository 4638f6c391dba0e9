// Opens a pad in Chromium with nothing cached, or types in it, and prints what that took as one line of JSON.
import { chromium } from "@playwright/test";

const [what, address, cookie] = process.argv.slice(2);
const KEYS = 60;
const PAUSE_MS = 120;
/** Opening the longest pad may take this long before it counts as a failure. */
const PATIENCE_MS = 120_000;
const LOOK_MS = 50;
const SETTLED_MS = 1_500;

const browser = await chromium.launch({
  executablePath: process.env.ATELIER_CHROMIUM ?? "/usr/bin/chromium",
  // Without a screen to wait for, what is measured is the page and not the rhythm of a display.
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-gpu-vsync"].concat(
    "--disable-frame-rate-limit",
    "--disable-background-networking",
  ),
});
try {
  const { page, sizes } = await visitor(browser);
  const visit = await firstVisit(page, sizes);
  const told = what === "visit" ? visit : await typing(page);
  process.stdout.write(JSON.stringify(told) + "\n");
} finally {
  await browser.close();
}

/** Somebody who joined already, on a device that has never shown a pad. */
async function visitor(browser) {
  const context = await browser.newContext({ locale: "fr-FR", serviceWorkers: "block" });
  const [name, value] = cookie.split("=");
  await context.addCookies([{ name, value, url: new URL(address).origin }]);
  await context.addInitScript(watch);
  const page = await context.newPage();
  return { page, sizes: await countBytes(page) };
}

/** Bytes as they came over the network, by kind. */
async function countBytes(page) {
  const kinds = new Map();
  const sizes = { js: 0, wasm: 0 };
  const network = await page.context().newCDPSession(page);
  await network.send("Network.enable");
  network.on("Network.responseReceived", ({ requestId, response }) => {
    if (response.mimeType.includes("javascript")) kinds.set(requestId, "js");
    if (response.mimeType.includes("wasm")) kinds.set(requestId, "wasm");
  });
  network.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId);
    if (kind) sizes[kind] += encodedDataLength;
  });
  return sizes;
}

async function firstVisit(page, sizes) {
  await page.goto(address, { waitUntil: "commit" });
  const seen = await opened(page);
  // What is fetched once one can write, for offline use, is part of the visit.
  await page.waitForTimeout(SETTLED_MS);
  return {
    textMs: seen.text,
    editableMs: seen.editable,
    jsKb: sizes.js / 1000,
    wasmKb: sizes.wasm / 1000,
  };
}

async function opened(page) {
  for (const start = Date.now(); Date.now() - start < PATIENCE_MS;) {
    const seen = await page.evaluate(() => globalThis.seen);
    if (seen.editable !== undefined && seen.text !== undefined) return seen;
    await page.waitForTimeout(LOOK_MS);
  }
  throw new Error("the pad did not open");
}

async function typing(page) {
  const editor = page.locator("[contenteditable=true]").first();
  await editor.click();
  await page.keyboard.press("ControlOrMeta+End");
  await page.evaluate(() => globalThis.begin());
  for (let key = 0; key < KEYS; key += 1) {
    await page.keyboard.press("e", { delay: 0 });
    await page.waitForTimeout(PAUSE_MS);
  }
  const { keys, blocked } = await page.evaluate(() => globalThis.seen);
  keys.sort((a, b) => a - b);
  const at = (share) => keys[Math.ceil(share * keys.length) - 1];
  if (keys.length < KEYS) throw new Error(`only ${keys.length} of ${KEYS} keys were painted`);
  return { keyP50Ms: at(0.5), keyP95Ms: at(0.95), blockedMs: Math.max(0, ...blocked) };
}

/** Runs in the page before anything of its own. */
function watch() {
  const seen = (globalThis.seen = { keys: [], blocked: [] });
  const look = () => {
    const sheet = document.querySelector("[contenteditable=true]");
    // The server puts the text into the page; the editor takes its place.
    const text = document.querySelector("#view article, main article, .ProseMirror");
    if (seen.text === undefined && text?.getClientRects().length) seen.text = performance.now();
    if (seen.editable === undefined && sheet) seen.editable = performance.now();
    if (seen.text === undefined || seen.editable === undefined) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  globalThis.begin = () => {
    new PerformanceObserver((list) => {
      for (const task of list.getEntries()) seen.blocked.push(task.duration);
    }).observe({ type: "longtask" });
    // Painted: the frame after the key has been drawn when the next task runs.
    addEventListener(
      "keydown",
      ({ timeStamp }) =>
        requestAnimationFrame(() => {
          const drawn = new MessageChannel();
          drawn.port1.onmessage = () => seen.keys.push(performance.now() - timeStamp);
          drawn.port2.postMessage(null);
        }),
      { capture: true },
    );
  };
}
