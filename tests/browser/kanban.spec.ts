// An action plan day by day: cards, what is on them, taking back, looking at it in other ways.
import { expect } from "@playwright/test";
import { ActionPlan, adds, asksCard, card, column, PLAN, stands } from "./action-plan.ts";
import { test } from "./guarded.ts";
import { isSound } from "./sound.ts";

test("everything on a card is seen by the others", async ({ server, arrives }) => {
  const plan = await ActionPlan.prepares(server, arrives);
  const alice = await plan.joins("Alice");
  const bob = await plan.joins("Bob");
  await card(alice, "Faire le budget").click();
  const mine = alice.page.getByRole("dialog", { name: "Faire le budget" });
  await mine.getByRole("textbox", { name: "Titre" }).fill("Faire un budget");
  await mine.getByRole("textbox", { name: "Titre" }).press("Enter");
  const opened = alice.page.getByRole("dialog", { name: "Faire un budget" });
  await opened.getByRole("button", { name: "Modifier" }).click();
  await opened.getByRole("textbox", { name: "Description" }).fill("**Avant** l’été");
  await opened.getByRole("textbox", { name: "Description" }).press("Escape");
  await expect(opened.locator("strong", { hasText: "Avant" })).toBeVisible();
  await opened.getByRole("checkbox", { name: /^Bob/ }).check();
  await opened.getByLabel("Échéance", { exact: true }).fill("2020-01-31");
  await opened.getByRole("textbox", { name: "Ajouter une ligne" }).fill("Loyer\nRepas");
  await opened.getByRole("textbox", { name: "Ajouter une ligne" }).press("Enter");
  await opened.getByRole("checkbox", { name: "Loyer" }).check();
  await opened.getByRole("textbox", { name: "Écrire un commentaire" }).fill("Qui sait ?");
  await opened.getByRole("button", { name: "Envoyer" }).click();
  await alice.seesSaved();

  const tile = bob.page.getByRole("article", { name: "Faire un budget" });
  await expect(tile.getByText(/en retard de/)).toBeVisible();
  await expect(tile.getByText("1/2")).toBeVisible();
  await card(bob, "Faire un budget").click();
  const theirs = bob.page.getByRole("dialog", { name: "Faire un budget" });
  await expect(theirs.getByText("Qui sait ?")).toBeVisible();
  await expect(theirs.getByRole("checkbox", { name: "Loyer" })).toBeChecked();
  await theirs.getByText("Historique de la carte").click();
  const history = theirs.getByRole("listitem").filter({ hasText: "l’échéance" });
  await expect(history).toContainText("Alice");
  await bob.page.keyboard.press("Escape");
  await expect(card(bob, "Faire un budget")).toBeFocused();
});

test("an earlier value is put back from the history of a card", async ({ server, arrives }) => {
  const plan = await ActionPlan.prepares(server, arrives);
  const alice = await plan.joins("Alice");
  await adds(alice, "À faire", ["Première idée"]);
  await card(alice, "Première idée").click();
  const title = alice.page.getByRole("dialog").getByRole("textbox", { name: "Titre" });
  await title.fill("Deuxième idée");
  await title.press("Enter");
  await title.fill("Troisième idée");
  await title.press("Enter");
  await alice.page.getByText("Historique de la carte").click();
  const event = alice.page.getByRole("listitem").filter({ hasText: "Deuxième idée" });
  await event.getByRole("button", { name: "Remettre cette valeur" }).click();
  await expect(alice.page.getByRole("dialog", { name: "Deuxième idée" })).toBeVisible();
});

test("a deleted column comes back with its cards, and only for whom it went", async ({
  server,
  arrives,
}) => {
  const plan = await ActionPlan.prepares(server, arrives);
  const alice = await plan.joins("Alice");
  const bob = await plan.joins("Bob");
  await adds(alice, "En cours", ["Une", "Deux"]);
  await stands(bob, "En cours", ["Une", "Deux"]);
  await alice.page.getByRole("button", { name: "Actions pour la colonne En cours" }).click();
  await alice.page.getByRole("menuitem", { name: "Supprimer la colonne" }).click();
  await expect(column(bob, "En cours")).toHaveCount(0);
  await bob.page.keyboard.press("ControlOrMeta+z");
  await expect(bob.page.getByText("Il n’y a rien à annuler.")).toBeVisible();
  // The notice has gone when all this takes long; what stands above the cards is still there.
  await alice.page
    .getByRole("button", { name: "Annuler (Colonne « En cours » supprimée avec 2 cartes)" })
    .click();
  await stands(bob, "En cours", ["Une", "Deux"]);

  await asksCard(alice, "Une", "Supprimer");
  await stands(bob, "En cours", ["Deux"]);
  await bob.page.getByRole("button", { name: "Le plan", exact: true }).click();
  await bob.page.getByRole("menuitem", { name: "Cartes rangées et corbeille" }).click();
  await bob.page.getByRole("button", { name: "Remettre « Une »" }).click();
  await stands(alice, "En cours", ["Une", "Deux"]);
});

test("several cards are chosen and go together", async ({ server, arrives }) => {
  const plan = await ActionPlan.prepares(server, arrives);
  const alice = await plan.joins("Alice");
  await adds(alice, "En cours", ["Une", "Deux", "Trois"]);
  await card(alice, "Une").focus();
  await alice.page.keyboard.press("x");
  await card(alice, "Trois").click({ modifiers: ["ControlOrMeta"] });
  const tools = alice.page.getByRole("toolbar", { name: "2 cartes choisies" });
  await tools.getByRole("button", { name: "Déplacer vers…" }).click();
  await alice.page.getByRole("dialog").getByLabel("Colonne").selectOption("Fait");
  await alice.page.getByRole("dialog").getByRole("button", { name: "Déplacer" }).click();
  await stands(alice, "Fait", ["Une", "Trois"]);
  await stands(alice, "En cours", ["Deux"]);
});

test("filters, views and the open card are in the address", async ({ server, arrives }) => {
  const plan = await ActionPlan.prepares(server, arrives);
  const alice = await plan.joins("Alice");
  await adds(alice, "En cours", ["Écrire à la mairie"]);
  await alice.page.getByRole("searchbox", { name: "Chercher une carte" }).fill("mairie ecrire");
  await stands(alice, "À faire", []);
  await stands(alice, "En cours", ["Écrire à la mairie"]);
  await alice.page.getByRole("button", { name: "Liste", exact: true }).click();
  await expect(alice.page.getByRole("table")).toBeVisible();
  await alice.page.reload();
  await expect(alice.page.getByRole("table")).toBeVisible();
  await expect(alice.page.getByRole("row").filter({ hasText: "mairie" })).toHaveCount(1);
});

test("single letters can be switched off", async ({ server, arrives }) => {
  const plan = await ActionPlan.prepares(server, arrives);
  const alice = await plan.joins("Alice");
  await alice.page.keyboard.press("?");
  const keys = alice.page.getByRole("dialog", { name: "Raccourcis du clavier" });
  await keys.getByRole("checkbox").uncheck();
  await alice.page.keyboard.press("Escape");
  await card(alice, "Faire le budget").focus();
  await alice.page.keyboard.press("c");
  await alice.page.keyboard.press("?");
  await expect(keys).toHaveCount(0);
  await expect(card(alice, "Faire le budget")).toBeVisible();
});

test("a reader sees everything and changes nothing", async ({ server, arrives }) => {
  const plan = await ActionPlan.prepares(server, arrives);
  const reader = await plan.joins("Rachid", "reader");
  await expect(reader.page.getByText("Vous pouvez lire ce plan.")).toBeVisible();
  await expect(reader.page.getByRole("button", { name: /^Ajouter/ })).toHaveCount(0);
  // What lifts a card for others opens it for a reader.
  await card(reader, "Faire le budget").focus();
  await reader.page.keyboard.press("Space");
  const opened = reader.page.getByRole("dialog", { name: "Faire le budget" });
  await expect(opened.getByRole("textbox", { name: "Titre" })).toHaveAttribute("readonly");
  await expect(opened.getByRole("button", { name: "Envoyer" })).toHaveCount(0);
});

test("the plan is sound in light and dark, wide and narrow", async ({ server, arrives }) => {
  const plan = await ActionPlan.prepares(server, arrives);
  const alice = await plan.joins("Alice");
  await adds(alice, "En cours", ["Une", "Deux"]);
  await expect(alice.page.getByRole("heading", { level: 1, name: PLAN })).toBeVisible();
  await isSound(alice, "kanban");
  await card(alice, "Faire le budget").click();
  await isSound(alice, "kanban-card");
});
