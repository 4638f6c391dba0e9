// What is printed: all of it, and nothing that can only be pressed.
import { expect, type Page } from "@playwright/test";
import { ActionPlan, adds, column, PLAN } from "./action-plan.ts";
import { test } from "./guarded.ts";

const PHONE = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true };
const WIDE = { viewport: { width: 1280, height: 800 } };
const MANY = Array.from({ length: 60 }, (_, at) => `Carte ${at + 1}`);

for (const device of [WIDE, PHONE])
  test(`a plan is printed whole from ${device.viewport.width} pixels, and the screen is as before`, async ({
    server,
    arrives,
  }) => {
    const plan = await ActionPlan.prepares(server, arrives);
    const alice = await plan.joins("Alice", "participant", WIDE);
    const { page } = alice;
    await adds(alice, "À faire", MANY);
    await adds(
      alice,
      "En cours",
      MANY.map((title) => `${title} bis`),
    );
    await page.setViewportSize(device.viewport);
    const drawn = await page.getByRole("article").count();
    expect(drawn, "not all of them are drawn on the screen").toBeLessThan(2 * MANY.length);

    await onPaper(page);
    for (const title of [...MANY, ...MANY.map((one) => `${one} bis`)])
      await expect(page.getByRole("article", { name: title, exact: true })).toBeVisible();
    await expect(page.getByRole("heading", { level: 1, name: PLAN })).toBeVisible();
    await expect(page.getByText(/^Imprimé le \d+(er)? \S+ \d{4}$/)).toBeVisible();
    for (const role of ["button", "menu", "toolbar", "status", "search", "combobox"] as const)
      await expect(page.getByRole(role).filter({ visible: true, hasText: /\S/ })).toHaveCount(0);
    await expect(page.getByText("60 cartes ajoutées dans En cours")).toBeHidden();

    await offPaper(page);
    await expect(page.getByText(/^Imprimé/)).toHaveCount(0);
    await expect(page.locator(".paper")).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Le plan", exact: true })).toBeVisible();
  });

test("a browser that prints by itself prints every page", async ({ server, arrives }) => {
  const plan = await ActionPlan.prepares(server, arrives);
  const alice = await plan.joins("Alice");
  const few = await pagesOf(alice.page);
  await adds(
    alice,
    "À faire",
    Array.from({ length: 200 }, (_, at) => `Carte ${at + 1}`),
  );
  await expect(column(alice, "À faire").getByRole("article").first()).toBeVisible();
  const all = await pagesOf(alice.page);
  expect(all.articles).toBeGreaterThanOrEqual(200);
  expect(all.pages).toBeGreaterThan(few.pages);
  await expect(alice.page.getByText(/^Imprimé/)).toHaveCount(0);
});

test("all the rows of the list are printed", async ({ server, arrives }) => {
  const plan = await ActionPlan.prepares(server, arrives);
  const alice = await plan.joins("Alice");
  const { page } = alice;
  const titles = Array.from({ length: 260 }, (_, at) => `Carte ${at + 1}`);
  await adds(alice, "À faire", titles);
  await page.getByRole("button", { name: "Liste", exact: true }).click();
  await expect(page.getByRole("rowheader", { name: "Carte 1", exact: true })).toBeVisible();
  await expect(page.getByRole("rowheader", { name: "Carte 260" })).toHaveCount(0);
  await onPaper(page);
  await expect(page.getByRole("rowheader", { name: "Carte 260" })).toBeVisible();
  await expect(page.getByRole("rowheader", { name: /^Carte \d+/ })).toHaveCount(260);
  await offPaper(page);
  await expect(page.getByRole("rowheader", { name: "Carte 260" })).toHaveCount(0);
});

test("what is filtered out is not printed, and the paper says so", async ({ server, arrives }) => {
  const plan = await ActionPlan.prepares(server, arrives);
  const alice = await plan.joins("Alice");
  const { page } = alice;
  await page.getByRole("searchbox").fill("budget");
  await onPaper(page);
  await expect(page.getByText(/^1 carte sur \d+\s: les autres sont filtrées\.$/)).toBeVisible();
  await expect(page.getByRole("article")).toHaveCount(1);
});

test("two thousand cards are on paper in a few seconds", async ({ server, arrives }) => {
  const plan = await ActionPlan.prepares(server, arrives);
  const alice = await plan.joins("Alice");
  const { page } = alice;
  await adds(
    alice,
    "À faire",
    Array.from({ length: 2_000 }, (_, at) => `Carte ${at + 1}`),
  );
  const took = await page.evaluate(() => {
    const began = performance.now();
    dispatchEvent(new Event("beforeprint"));
    const { height } = document.body.getBoundingClientRect();
    return height > 0 ? performance.now() - began : Infinity;
  });
  expect(await page.locator(".paper article").count()).toBeGreaterThanOrEqual(2_000);
  expect(took).toBeLessThan(10_000);
  test.info().annotations.push({ type: "figure", description: `${Math.round(took)} ms` });
});

/** The page as the browser has it when it is about to print. */
async function onPaper(page: Page): Promise<void> {
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
}

async function offPaper(page: Page): Promise<void> {
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await page.emulateMedia({ media: "screen" });
}

/** How many pages the browser itself prints, and how many cards it finds then. */
async function pagesOf(page: Page): Promise<{ pages: number; articles: number }> {
  await page.evaluate(() => {
    const count = (): void => {
      document.body.dataset["articles"] = String(document.querySelectorAll("article").length);
    };
    addEventListener("beforeprint", count, { once: true });
  });
  const paper = (await page.pdf({ format: "A4" })).toString("latin1");
  const articles = Number(await page.evaluate(() => document.body.dataset["articles"]));
  return { pages: paper.match(/\/Type \/Page\b(?!s)/g)?.length ?? 0, articles };
}
