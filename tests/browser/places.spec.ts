// The side bar of a space: every page has the same places, and it moves nothing when it comes.
import { expect, type Locator } from "@playwright/test";
import { fits } from "./fit.ts";
import { test } from "./guarded.ts";
import type { Guest } from "./guest.ts";
import { isAccessible } from "./sound.ts";
import { PAD, Together } from "./together.ts";

const places = ({ page }: Guest): Locator =>
  page.getByRole("navigation", { name: "Dans cet atelier" });
const folds = (guest: Guest): Locator => places(guest).getByRole("button", { name: /la barre$/ });

/** What moved on the page since it began to load, as browsers count it. */
const shifts = ({ page }: Guest): Promise<number> =>
  page.evaluate(async () => {
    let sum = 0;
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value;
    });
    observer.observe({ type: "layout-shift", buffered: true });
    // What was counted before is told before the next picture but one.
    for (let picture = 0; picture < 3; picture += 1)
      await new Promise((resolve) => requestAnimationFrame(resolve));
    return sum;
  });

async function withVote(together: Together): Promise<void> {
  const made = await together.facilitator.asks(
    "POST",
    `/api/spaces/${together.workshop.id}/documents`,
    { kind: "vote", title: "Les contenus du jour" },
  );
  expect(made.status).toBe(201);
}

test("from 900 px every page has the same places beside it, by mouse and by keyboard", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  await withVote(together);
  const alice = await together.joins("Alice");
  await alice.visits(`/w/${together.workshop.id}`);
  const bar = places(alice);
  await expect(bar.getByRole("link", { name: "Page de l’atelier" })).toHaveAttribute(
    "aria-current",
    "page",
  );
  await expect(bar.getByRole("button", { name: /^Personnes/ })).toContainText("1");
  await isAccessible(alice, "places");
  await fits(alice);
  await bar.getByRole("link", { name: "Les contenus du jour" }).click();
  await expect(alice.page.getByRole("heading", { level: 1 })).toHaveText("Les contenus du jour");

  // Beside a document signs have room; names lie over it for as long as one is there.
  const sign = bar.getByRole("button", { name: /^Votes/ });
  await expect(sign).toHaveAttribute("aria-current", "true");
  await sign.focus();
  await alice.page.keyboard.press("Enter");
  await expect(bar.getByRole("link", { name: "Les contenus du jour" })).toBeFocused();
  await alice.page.keyboard.press("Escape");
  await expect(folds(alice)).toBeFocused();
  await expect(folds(alice)).toHaveAttribute("aria-expanded", "false");
  await fits(alice);
  await folds(alice).click();
  await bar.getByRole("link", { name: PAD }).click();
  await expect(alice.editor).toBeVisible();
  await expect(folds(alice)).toHaveAttribute("aria-expanded", "false");
});

test("folded once, the bar stays folded on this device, and nothing moves when it comes", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.joins("Alice", "participant", {
    viewport: { width: 1500, height: 900 },
  });
  await alice.visits(together.path);
  await expect(alice.editor).toBeVisible();
  await expect(folds(alice)).toHaveAttribute("aria-expanded", "true");
  expect(await shifts(alice)).toBeLessThan(0.02);
  await folds(alice).click();
  await alice.page.reload();
  await expect(alice.editor).toBeVisible();
  await expect(folds(alice)).toHaveAttribute("aria-expanded", "false");
  expect(await shifts(alice)).toBeLessThan(0.02);
});

test("on a phone a button opens the same places; a reader is offered nothing to give away", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const lise = await together.joins("Lise", "reader", {
    viewport: { width: 360, height: 640 },
    hasTouch: true,
  });
  for (const path of [`/w/${together.workshop.id}`, together.path]) {
    await lise.visits(path);
    await lise.page.getByRole("button", { name: "Menu", exact: true }).tap();
    await expect(places(lise).getByRole("link", { name: PAD })).toBeVisible();
    await expect(places(lise).getByRole("button", { name: "Inviter" })).toHaveCount(0);
    await fits(lise);
    await places(lise)
      .getByRole("button", { name: /^Personnes/ })
      .tap();
    await expect(lise.page.getByRole("dialog", { name: "Personnes" })).toContainText("Lise");
    await lise.page.keyboard.press("Escape");
    await fits(lise);
  }
});
