// The columns of an action plan: made, named, coloured, bounded, put elsewhere, put away.
import { expect } from "@playwright/test";
import {
  ActionPlan,
  adds,
  asksColumn,
  card,
  column,
  stands,
  titlesOfColumns,
} from "./action-plan.ts";
import { test } from "./guarded.ts";
import { overwrites } from "./keys.ts";

test("columns are added, named, coloured and bounded, and others see it", async ({
  server,
  arrives,
}) => {
  const plan = await ActionPlan.prepares(server, arrives);
  const alice = await plan.joins("Alice");
  const bob = await plan.joins("Bob");
  const { page } = alice;
  await page.getByRole("button", { name: "Ajouter une colonne" }).click();
  await page.getByLabel("Nom de la colonne").fill("À discuter");
  await page.getByLabel("Nom de la colonne").press("Enter");
  await adds(alice, "À discuter", ["Une", "Deux"]);
  await stands(bob, "À discuter", ["Une", "Deux"]);

  await asksColumn(alice, "À discuter", "Réglages de la colonne");
  const settings = page.getByRole("dialog", { name: "Réglages de la colonne" });
  await settings.getByLabel("Nom de la colonne").fill("À voir");
  await settings.getByRole("radio", { name: "Violet" }).check({ force: true });
  await overwrites(alice, settings.getByLabel("Nombre de cartes à ne pas dépasser"), 1);
  await settings.getByRole("button", { name: "Enregistrer" }).click();
  // One card too many is said, and not refused.
  await expect(column(bob, "À voir").getByText("2 sur 1, plus que prévu")).toBeAttached();
  await expect(column(bob, "À voir").locator(".tinted-violet")).toBeVisible();
});

test("a column goes elsewhere, and away with its cards until it is fetched back", async ({
  server,
  arrives,
}) => {
  const plan = await ActionPlan.prepares(server, arrives);
  const alice = await plan.joins("Alice");
  await adds(alice, "En cours", ["Une"]);
  await asksColumn(alice, "En cours", "Déplacer vers la gauche");
  await expect.poll(() => titlesOfColumns(alice)).toEqual(["En cours", "À faire", "Fait"]);
  await alice.page.keyboard.press("ControlOrMeta+z");
  await expect.poll(() => titlesOfColumns(alice)).toEqual(["À faire", "En cours", "Fait"]);

  await asksColumn(alice, "En cours", "Ranger la colonne");
  await expect.poll(() => titlesOfColumns(alice)).toEqual(["À faire", "Fait"]);
  await expect(card(alice, "Une")).toHaveCount(0);
  await alice.page.getByRole("button", { name: "Le plan", exact: true }).click();
  await alice.page.getByRole("menuitem", { name: "Cartes rangées et corbeille" }).click();
  await alice.page.getByRole("button", { name: "Remettre « En cours »" }).click();
  await alice.page.keyboard.press("Escape");
  await stands(alice, "En cours", ["Une"]);
});
