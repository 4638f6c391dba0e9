// On a narrow phone, nothing is cut off and the toolbar never covers what one writes.
import { expect } from "@playwright/test";
import { isNotWide } from "./fit.ts";
import type { Guest } from "./guest.ts";
import { test } from "./guarded.ts";
import { Together } from "./together.ts";

const PHONE = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true };

test("the toolbar does not cover the line one writes", async ({ server, arrives }) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice", "participant", PHONE);
  for (let line = 1; line <= 30; line += 1) {
    await alice.types(`Ligne ${line}`);
    await alice.page.keyboard.press("Enter");
  }
  await alice.types("La dernière ligne");
  // The page goes with the caret a moment later.
  await expect(async () => {
    const line = await boxOf(alice.editor.getByText("La dernière ligne"));
    const toolbar = await boxOf(alice.page.getByRole("toolbar"));
    const isClear = line.y + line.height <= toolbar.y || line.y >= toolbar.y + toolbar.height;
    expect(isClear, `line ${JSON.stringify(line)}, toolbar ${JSON.stringify(toolbar)}`).toBe(true);
    expect(line.y).toBeGreaterThanOrEqual(0);
    expect(line.y + line.height).toBeLessThanOrEqual(PHONE.viewport.height);
  }).toPass({ timeout: 30_000 });
});

test("no page is wider than the screen", async ({ server, arrives }) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice", "participant", PHONE);
  await isNotWide(alice);
  await alice.visits(`/w/${together.workshop.id}`);
  await expect(alice.page.getByRole("heading", { name: "Pads" })).toBeVisible();
  await isNotWide(alice);
  await alice.visits("/");
  await expect(alice.page.getByRole("heading", { level: 1 })).toBeVisible();
  await isNotWide(alice);
});

async function boxOf(locator: ReturnType<Guest["page"]["getByText"]>) {
  const box = await locator.boundingBox();
  if (!box) throw new Error("it is not on the page");
  return box;
}
