// What a card can carry, and become: labels, a colour, links, files; a copy, a model; away and back.
import { expect, type Locator } from "@playwright/test";
import { ActionPlan, adds, asksCard, card, column, stands } from "./action-plan.ts";
import { test } from "./guarded.ts";
import type { Guest } from "./guest.ts";

const opened = (guest: Guest, title: string): Locator =>
  guest.page.getByRole("dialog", { name: title });

test("a card carries labels, a colour, links and files", async ({ server, arrives }) => {
  const plan = await ActionPlan.prepares(server, arrives);
  const alice = await plan.joins("Alice");
  const bob = await plan.joins("Bob");
  await adds(alice, "En cours", ["Devis"]);
  await card(alice, "Devis").click();
  const devis = opened(alice, "Devis");
  await devis.getByRole("button", { name: "Nouvelle étiquette" }).click();
  const labels = alice.page.getByRole("dialog", { name: "Étiquettes" });
  await labels.getByLabel("Nom de l’étiquette", { exact: true }).fill("Urgent");
  await labels.getByRole("button", { name: "Ajouter" }).click();
  await alice.page.keyboard.press("Escape");
  await devis.getByRole("checkbox", { name: "Urgent" }).check();
  await devis.getByText("Couleur de la carte").first().click();
  await devis.getByRole("radio", { name: "Vert" }).check({ force: true });

  await devis.getByRole("button", { name: "Ajouter un lien" }).click();
  const link = alice.page.getByRole("dialog", { name: "Ajouter un lien" });
  await link.getByLabel("Adresse").fill("javascript:alert(1)");
  await expect(link.getByText("Cette adresse ne peut pas être suivie")).toBeVisible();
  await link.getByLabel("Adresse").fill("example.org/devis");
  await link.getByLabel("Nom du lien").fill("Le devis");
  await link.getByRole("button", { name: "Ajouter" }).click();
  const choosing = alice.page.waitForEvent("filechooser");
  await devis.getByRole("button", { name: "Ajouter un fichier" }).click();
  const files = await choosing;
  await files.setFiles({ name: "plan.txt", mimeType: "text/plain", buffer: Buffer.from("salle") });
  await expect(devis.getByRole("link", { name: "plan.txt" })).toBeVisible();

  const tile = bob.page.getByRole("article", { name: "Devis" });
  await expect(tile.getByText("Urgent")).toBeVisible();
  await expect(tile.locator(".tinted-green")).toBeVisible();
  await card(bob, "Devis").click();
  const theirs = opened(bob, "Devis");
  const followed = theirs.getByRole("link", { name: "Le devis" });
  await expect(followed).toHaveAttribute("href", "https://example.org/devis");
  const file = await theirs.getByRole("link", { name: "plan.txt" }).getAttribute("href");
  const answer = await bob.page.request.get(`${bob.origin}${file ?? ""}`);
  expect(await answer.text()).toBe("salle");
});

test("a file that is too large is refused with what to do instead", async ({ server, arrives }) => {
  const plan = await ActionPlan.prepares(server, arrives);
  const alice = await plan.joins("Alice");
  await card(alice, "Faire le budget").click();
  const choosing = alice.page.waitForEvent("filechooser");
  await alice.page.getByRole("button", { name: "Ajouter un fichier" }).click();
  const large = { name: "film.mp4", mimeType: "video/mp4", buffer: Buffer.alloc(5_242_881) };
  await (await choosing).setFiles(large);
  await expect(alice.page.getByText("Ce fichier dépasse 5 Mo.")).toBeVisible();
  await expect(alice.page.getByRole("link", { name: "film.mp4" })).toHaveCount(0);
});

test("a card is copied, is a model for others, goes away and comes back", async ({
  server,
  arrives,
}) => {
  const plan = await ActionPlan.prepares(server, arrives);
  const alice = await plan.joins("Alice");
  await adds(alice, "En cours", ["Réunion"]);
  await asksCard(alice, "Réunion", "Dupliquer");
  await stands(alice, "En cours", ["Réunion", "Réunion (copie)"]);
  await asksCard(alice, "Réunion", "En faire un modèle");
  const model = column(alice, "En cours").getByRole("article", { name: "Réunion", exact: true });
  await model.getByRole("button", { name: "Ajouter une carte" }).click();
  await stands(alice, "En cours", ["Réunion", "Réunion (copie)", "Réunion"]);

  await asksCard(alice, "Réunion (copie)", "Ranger");
  await stands(alice, "En cours", ["Réunion", "Réunion"]);
  await alice.page.getByRole("button", { name: /^Annuler \(/ }).click();
  await stands(alice, "En cours", ["Réunion", "Réunion (copie)", "Réunion"]);
});

test("a comment that was begun is still there when the card is opened again", async ({
  server,
  arrives,
}) => {
  const plan = await ActionPlan.prepares(server, arrives);
  const alice = await plan.joins("Alice");
  await card(alice, "Faire le budget").click();
  await alice.page.getByRole("textbox", { name: "Écrire un commentaire" }).fill("Je pense que");
  await alice.page.keyboard.press("Escape");
  await card(alice, "Annoncer et inviter").click();
  const other = alice.page.getByRole("textbox", { name: "Écrire un commentaire" });
  await expect(other).toHaveValue("");
  await alice.page.keyboard.press("Escape");
  await card(alice, "Faire le budget").click();
  const again = alice.page.getByRole("textbox", { name: "Écrire un commentaire" });
  await expect(again).toHaveValue("Je pense que");
});

test("a day typed key by key is one change, and taken away it leaves the focus near", async ({
  server,
  arrives,
}) => {
  const plan = await ActionPlan.prepares(server, arrives);
  const alice = await plan.joins("Alice");
  const { page } = alice;
  await card(alice, "Faire le budget").click();
  const due = page.getByLabel("Échéance", { exact: true });
  await due.focus();
  await page.keyboard.type("01012030");
  await page.getByText("Historique de la carte").click();
  const changes = page.getByRole("listitem").filter({ hasText: "l’échéance" });
  await expect(changes).toHaveCount(1);
  await expect(changes).toContainText("1er janvier 2030");
  await page.getByRole("button", { name: "Retirer la date : Échéance" }).click();
  await expect(due).toHaveValue("");
  await expect(due).toBeFocused();
});

test("a key pressed once too often does not finish a card", async ({ server, arrives }) => {
  const plan = await ActionPlan.prepares(server, arrives);
  const alice = await plan.joins("Alice");
  await card(alice, "Faire le budget").focus();
  await alice.page.keyboard.press("Enter");
  const budget = opened(alice, "Faire le budget");
  await expect(budget).toBeVisible();
  await alice.page.keyboard.press("Space");
  await expect(budget.getByRole("checkbox", { name: "Terminée" })).not.toBeChecked();
  await alice.page.keyboard.press("Tab");
  await alice.page.keyboard.press("Space");
  await expect(budget.getByRole("checkbox", { name: "Terminée" })).toBeChecked();
});

test("an opened card holds still on a phone: the first tap is not lost", async ({
  server,
  arrives,
}) => {
  const plan = await ActionPlan.prepares(server, arrives);
  const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
  const alice = await plan.joins("Alice", "participant", phone);
  await card(alice, "Faire le budget").tap();
  const budget = opened(alice, "Faire le budget");
  await expect(budget.getByRole("heading", { name: "Faire le budget" })).toBeFocused();
  const finished = budget.getByRole("checkbox", { name: "Terminée" });
  // In whole pixels: nobody sees or misses less.
  const place = async () =>
    Object.values((await finished.boundingBox()) ?? {}).map((length) => Math.round(length));
  await budget.evaluate((window) =>
    Promise.all(window.getAnimations().map(({ finished }) => finished)),
  );
  const before = await place();
  await finished.tap();
  await expect(finished).toBeChecked();
  expect(await place()).toEqual(before);
  // Its own, not that of what it was told meanwhile.
  const close = budget.getByRole("button", { name: "Fermer" }).first();
  await expect(close).toBeInViewport({ ratio: 1 });
});
