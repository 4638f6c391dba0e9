// Opens an action plan of many cards in Chromium with nothing cached, drags a card across it, and prints what that took as
// one line of JSON.
import type { Locator, Page } from "@playwright/test";
import { launch, newDevice } from "./chromium.ts";

/** Opening it may take this long before it counts as a failure. */
const PATIENCE_MS = 60_000;
/** How many times the mouse tells where it is on each leg of its way: as often as one that is moved slowly. */
const STEPS = 120;

const [address = "", cookie = ""] = process.argv.slice(2);

/** What was noted in the page, in milliseconds. */
type Noted = { frames: number[]; blocked: number[] };
type Noting = { noted: Noted };
type Point = { x: number; y: number };

const browser = await launch();
try {
  const device = await newDevice(browser, address, cookie);
  const page = await device.newPage();
  await page.goto(address, { waitUntil: "commit" });
  await page.locator("[data-tray] article").first().waitFor({ timeout: PATIENCE_MS });
  const openMs = await page.evaluate(() => performance.now());
  const told = { openMs, ...(await drag(page)) };
  process.stdout.write(JSON.stringify(told) + "\n");
} finally {
  await browser.close();
}

/** Drags the first card through all columns, down the last one while it scrolls, and puts it there. */
async function drag(page: Page): Promise<object> {
  const columns = page.locator("[data-tray]");
  const last = columns.nth((await columns.count()) - 1);
  const card = columns.first().getByRole("article").first();
  const title = (await card.getAttribute("aria-label")) ?? "";
  const from = await middleOf(card);
  const across = await middleOf(last);
  const bottom = { x: across.x, y: across.y + (await halfOf(last)) - 20 };
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 10, from.y + 10);
  await page.locator(".ghost").waitFor();
  await note(page);
  for (const to of [across, bottom, across, from, across])
    await page.mouse.move(to.x, to.y, { steps: STEPS });
  const { frames, blocked } = await page.evaluate(() => (globalThis as unknown as Noting).noted);
  const dropMs = await drop(page, last, title);
  frames.sort((a, b) => a - b);
  const frameP95Ms = frames[Math.ceil(0.95 * frames.length) - 1] ?? NaN;
  return { frameP95Ms, blockedMs: Math.max(0, ...blocked), dropMs };
}

async function drop(page: Page, column: Locator, title: string): Promise<number> {
  const begun = await page.evaluate(() => performance.now());
  await page.mouse.up();
  await column.getByRole("article", { name: title, exact: true }).waitFor();
  return (await page.evaluate(() => performance.now())) - begun;
}

/** Notes, from now on, the time from one picture to the next, and each long task. */
async function note(page: Page): Promise<void> {
  await page.evaluate(() => {
    const noted: Noted = { frames: [], blocked: [] };
    new PerformanceObserver((list) => {
      for (const task of list.getEntries()) noted.blocked.push(task.duration);
    }).observe({ type: "longtask" });
    // A method: what compiles this file gives others a name with a helper that the page lacks.
    const watch = {
      look(before: number): void {
        requestAnimationFrame((now) => {
          noted.frames.push(now - before);
          watch.look(now);
        });
      },
    };
    Object.assign(globalThis, { noted });
    watch.look(performance.now());
  });
}

async function middleOf(locator: Locator): Promise<Point> {
  const box = await locator.boundingBox();
  if (!box) throw new Error("it is not on the page");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function halfOf(locator: Locator): Promise<number> {
  return ((await locator.boundingBox())?.height ?? 0) / 2;
}
