// Other ways to look at an action plan: one's own cards, a list, a calendar, how it goes over time.
import { expect } from "@playwright/test";
import { ActionPlan, adds, asksCard, card, column, stands } from "./action-plan.ts";
import { test } from "./guarded.ts";

test("one’s own cards, by a button or a letter, at an address of their own", async ({
  server,
  arrives,
}) => {
  const plan = await ActionPlan.prepares(server, arrives);
  const alice = await plan.joins("Alice");
  await adds(alice, "En cours", ["Une", "Deux"]);
  await asksCard(alice, "Deux", "M’en charger");
  await alice.page.keyboard.press("q");
  await stands(alice, "En cours", ["Deux"]);
  await stands(alice, "À faire", []);
  await alice.page.reload();
  await stands(alice, "En cours", ["Deux"]);
  await alice.page.getByRole("button", { name: "Mes cartes" }).click();
  await stands(alice, "En cours", ["Une", "Deux"]);
});

test("with a filter on, each button of the bar keeps its sign", async ({ server, arrives }) => {
  const plan = await ActionPlan.prepares(server, arrives);
  const alice = await plan.joins("Alice");
  // At 1200 px there is just no room for all beside each other.
  for (const width of [1280, 1200, 360]) {
    await alice.page.setViewportSize({ width, height: 800 });
    await alice.page.getByRole("button", { name: "Mes cartes" }).click();
    for (const name of ["Mes cartes", "Filtrer"]) {
      const sign = alice.page.getByRole("button", { name, exact: true }).locator("svg");
      expect((await sign.boundingBox())?.width).toBe(20);
    }
    await alice.page.getByRole("button", { name: "Mes cartes" }).click();
  }
});

test("cards are filtered by label and by day", async ({ server, arrives }) => {
  const plan = await ActionPlan.prepares(server, arrives);
  const alice = await plan.joins("Alice");
  await adds(alice, "En cours", ["Une", "Deux"]);
  await card(alice, "Une").click();
  await alice.page.getByLabel("Échéance", { exact: true }).fill("2020-01-31");
  await alice.page.keyboard.press("Escape");
  await alice.page.getByRole("button", { name: "Filtrer", exact: true }).click();
  const filters = alice.page.getByRole("dialog");
  await filters.getByLabel("Échéance").selectOption("En retard");
  await filters.getByRole("button", { name: "Voir 1 carte" }).click();
  await stands(alice, "En cours", ["Une"]);
  await expect(alice.page).toHaveURL(/due=late/);
});

test("a list and a month show the same cards, and change them", async ({ server, arrives }) => {
  const plan = await ActionPlan.prepares(server, arrives);
  const alice = await plan.joins("Alice");
  const bob = await plan.joins("Bob");
  await alice.page.getByRole("button", { name: "Liste", exact: true }).click();
  const row = alice.page.getByRole("row").filter({ hasText: "Faire le budget" });
  await row.getByRole("checkbox").check();
  await expect(
    bob.page.getByRole("article", { name: "Faire le budget" }).getByRole("checkbox"),
  ).toBeChecked();

  await alice.page.getByRole("button", { name: "Calendrier", exact: true }).click();
  await expect(alice.page).toHaveURL(/view=calendar/);
  const day = new Date().toLocaleDateString("sv-SE", { timeZone: "Europe/Paris" });
  await card(bob, "Annoncer et inviter").click();
  await bob.page.getByLabel("Échéance", { exact: true }).fill(day);
  await expect(
    alice.page
      .getByRole("main")
      .getByRole("button", { name: /Annoncer et inviter/ })
      .first(),
  ).toBeVisible();
});

test("the chart says how many cards are open and done", async ({ server, arrives }) => {
  const plan = await ActionPlan.prepares(server, arrives);
  const alice = await plan.joins("Alice");
  await column(alice, "À faire").getByRole("checkbox").first().check();
  await alice.page.getByRole("button", { name: "Le plan", exact: true }).click();
  await alice.page.getByRole("menuitem", { name: "Avancement" }).click();
  const chart = alice.page.getByRole("dialog", { name: "Avancement" });
  await expect(chart.getByText(/6.cartes sont à faire, 1.est terminée/)).toBeVisible();
});
