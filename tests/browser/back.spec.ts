// The back button, which on a phone is a gesture: it closes what was opened last, and only then leaves the page.
import { expect, type Locator } from "@playwright/test";
import { ActionPlan, asksCard, card, column, PLAN } from "./action-plan.ts";
import { test } from "./guarded.ts";
import type { Guest } from "./guest.ts";
import { PAD, Together, WORKSHOP } from "./together.ts";

const WIDE = { viewport: { width: 1280, height: 800 } };
const PHONE = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true };
const BUDGET = "Faire le budget";

for (const device of [WIDE, PHONE]) {
  const { width } = device.viewport;

  test(`at ${width} pixels going back closes the card, then leaves the plan`, async ({
    server,
    arrives,
  }) => {
    const { alice, page } = await comesToPlan(server, arrives, device);
    const before = await entries(alice);
    await card(alice, BUDGET).click();
    await expect(opened(alice, BUDGET)).toBeVisible();
    await opened(alice, BUDGET)
      .getByRole("button", { name: `Actions pour ${BUDGET}` })
      .click();
    await expect(page.getByRole("menu")).toBeVisible();
    await page.goBack();
    await expect(page.getByRole("menu")).toBeHidden();
    await expect(opened(alice, BUDGET)).toBeVisible();
    await page.goBack();
    await expect(opened(alice, BUDGET)).toBeHidden();
    await expect(card(alice, BUDGET)).toBeFocused();
    await expect(page).not.toHaveURL(/card=/);

    await page.goForward();
    await expect.poll(() => page.evaluate("history.state?.steps ?? 0")).toBe(0);
    await expect(opened(alice, BUDGET)).toBeHidden();

    for (const close of ["Fermer", "Escape", "Fermer"]) {
      await card(alice, BUDGET).click();
      await expect(opened(alice, BUDGET)).toBeVisible();
      if (close === "Escape") await page.keyboard.press(close);
      else await opened(alice, BUDGET).getByRole("button", { name: close }).click();
      await expect(opened(alice, BUDGET)).toBeHidden();
      await expect.poll(() => page.evaluate("history.state?.steps ?? 0")).toBe(0);
    }
    expect(await entries(alice), "no entry piles up").toBeLessThanOrEqual(before + 2);
    await page.goBack();
    await expect(page.getByRole("heading", { level: 1, name: WORKSHOP })).toBeVisible();
  });
}

test("what a window changed in the address is still there when one goes back from it", async ({
  server,
  arrives,
}) => {
  const { alice, page } = await comesToPlan(server, arrives, PHONE);
  await page.getByRole("button", { name: "Filtrer", exact: true }).tap();
  await page.getByRole("dialog").getByLabel("Échéance").selectOption("Sans échéance");
  await expect(page).toHaveURL(/due=none/);
  await page.goBack();
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page).toHaveURL(/due=none/);
  await card(alice, BUDGET).tap();
  await opened(alice, BUDGET).getByRole("button", { name: "Fermer" }).tap();
  await expect.poll(() => page.evaluate("history.state?.steps ?? 0")).toBe(0);
  await expect(page).toHaveURL(/due=none/);
  await expect(page).not.toHaveURL(/card=/);
});

test("a card opens again with the page, by its address, and closes by going back", async ({
  server,
  arrives,
}) => {
  const { plan, alice, page } = await comesToPlan(server, arrives, PHONE);
  await card(alice, BUDGET).tap();
  await expect(page).toHaveURL(/card=/);
  const address = page.url();
  await page.reload();
  await expect(opened(alice, BUDGET)).toBeVisible();
  await page.goBack();
  await expect(opened(alice, BUDGET)).toBeHidden();
  await expect(page.getByRole("heading", { level: 1, name: PLAN })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: WORKSHOP })).toBeVisible();

  const bob = await plan.together.joins("Bob", "participant", PHONE);
  await bob.page.goto(address);
  await expect(opened(bob, BUDGET)).toBeVisible();
  await bob.page.goBack();
  await expect(opened(bob, BUDGET)).toBeHidden();
  await expect(column(bob, "À faire")).toBeVisible();
  await bob.page.reload();
  await expect(column(bob, "À faire")).toBeVisible();
  await expect(opened(bob, BUDGET)).toBeHidden();
});

test("a window that was open before the page was loaded again costs no step", async ({
  server,
  arrives,
}) => {
  const { alice, page } = await comesToPlan(server, arrives, PHONE);
  await page.getByRole("button", { name: "Le plan", exact: true }).tap();
  await page.getByRole("menuitem", { name: "Étiquettes" }).tap();
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.reload();
  await expect(card(alice, BUDGET)).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: WORKSHOP })).toBeVisible();
});

test("a window one leaves by a link is closed when one comes back", async ({ server, arrives }) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.joins("Alice", "facilitator", PHONE);
  const { page } = alice;
  await alice.visits("/");
  await page.getByRole("link", { name: WORKSHOP }).tap();
  await page.getByRole("button", { name: "Nouveau pad" }).tap();
  await page.getByRole("dialog").getByLabel("Titre du pad").fill("À nous");
  await page.getByRole("dialog").getByRole("button", { name: "Créer le pad" }).tap();
  await alice.isInPad("À nous");
  await page.goBack();
  await expect(page.getByRole("main").getByRole("link", { name: PAD })).toBeVisible();
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.goBack();
  await expect(page.getByRole("heading", { name: "Rejoindre un atelier" })).toBeVisible();
  await page.goForward();
  await page.goForward();
  await alice.isInPad("À nous");
});

test("a form among the cards, and the choice of cards, are closed by going back", async ({
  server,
  arrives,
}) => {
  const { alice, page } = await comesToPlan(server, arrives, PHONE);
  await column(alice, "À faire")
    .getByRole("button", { name: /^Ajouter une carte/ })
    .tap();
  const field = column(alice, "À faire").getByRole("textbox");
  await expect(field).toBeVisible();
  await page.goBack();
  await expect(field).toBeHidden();
  await page.getByRole("button", { name: "Le plan", exact: true }).tap();
  await page.getByRole("menuitem", { name: "Choisir plusieurs cartes" }).tap();
  await expect(page.getByRole("toolbar")).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("toolbar")).toBeHidden();
  await asksCard(alice, BUDGET, "Déplacer vers…");
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(card(alice, BUDGET)).toBeVisible();
});

/** Somebody who came to the plan from the page of the workshop. */
async function comesToPlan(
  server: Parameters<typeof ActionPlan.prepares>[0],
  arrives: Parameters<typeof ActionPlan.prepares>[1],
  device: typeof WIDE | typeof PHONE,
) {
  const plan = await ActionPlan.prepares(server, arrives);
  const alice = await plan.together.joins("Alice", "participant", device);
  await alice.visits(`/w/${plan.together.workshop.id}`);
  await alice.page.getByRole("main").getByRole("link", { name: PLAN }).click();
  await expect(card(alice, BUDGET)).toBeVisible();
  return { plan, alice, page: alice.page };
}

const opened = (guest: Guest, title: string): Locator =>
  guest.page.getByRole("dialog", { name: title });

const entries = (guest: Guest): Promise<number> => guest.page.evaluate(() => history.length);
