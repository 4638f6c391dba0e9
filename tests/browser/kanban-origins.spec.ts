// Cards made from what was written elsewhere: a line of a pad, a brick of a vote; each leads back to where it comes from.
import { expect } from "@playwright/test";
import { ActionPlan, card, column, PLAN } from "./action-plan.ts";
import { test } from "./guarded.ts";
import { PAD } from "./together.ts";

test("lines of a pad become cards, which lead back to the pad", async ({ server, arrives }) => {
  const plan = await ActionPlan.prepares(server, arrives);
  const alice = await plan.together.opens("Alice");
  await alice.types("Réserver la salle");
  await alice.page.keyboard.press("Enter");
  await alice.types("Prévenir la mairie");
  await alice.page.keyboard.press("ControlOrMeta+a");
  await alice.page.getByRole("button", { name: "Faire des cartes de ces lignes" }).click();
  const dialog = alice.page.getByRole("dialog", { name: "Faire des cartes" });
  await expect(dialog.getByLabel("Une carte par ligne")).toHaveValue(
    "Réserver la salle\nPrévenir la mairie",
  );
  await dialog.getByLabel("Colonne").selectOption("En cours");
  await dialog.getByRole("button", { name: "Ajouter 2 cartes" }).click();
  await expect(alice.page.getByText("2 cartes ajoutées dans En cours")).toBeVisible();
  await expect(alice.editor).toBeFocused();

  const bob = await plan.joins("Bob");
  await expect(column(bob, "En cours").getByRole("article")).toHaveCount(2);
  await card(bob, "Prévenir la mairie").click();
  await bob.page.getByRole("dialog").getByRole("link", { name: PAD }).click();
  await bob.isInPad(PAD);
  await bob.reads("Prévenir la mairie");
});

test("what was made by mistake is taken back where it was made", async ({ server, arrives }) => {
  const plan = await ActionPlan.prepares(server, arrives);
  const bob = await plan.joins("Bob");
  const alice = await plan.together.opens("Alice");
  await alice.types("Trop vite");
  await alice.page.getByRole("button", { name: "Faire des cartes de ces lignes" }).click();
  await alice.page.getByRole("dialog").getByRole("button", { name: "Ajouter" }).click();
  await expect(card(bob, "Trop vite")).toBeVisible();
  await alice.page.getByRole("button", { name: "Annuler", exact: true }).click();
  await expect(card(bob, "Trop vite")).toHaveCount(0);
});

test("a brick of a vote becomes a card of the plan of one’s structure", async ({
  server,
  arrives,
}) => {
  const plan = await ActionPlan.prepares(server, arrives);
  const alice = await plan.together.joins("Alice");
  const { id } = plan.together.workshop;
  await alice.visits(`/w/${id}`);
  const { page } = alice;
  const made = await page.request.post(`${alice.origin}/api/structures`, {
    data: { title: "Les Lilas", name: "Alice", workshop: id, language: "fr" },
  });
  expect(made.status()).toBe(201);
  const path = `/api/spaces/${id}/documents`;
  const asked = { kind: "vote", title: "Que fait-on ?", template: "bricks" };
  const vote = await plan.together.facilitator.asks("POST", path, asked);
  const { id: document } = (await vote.json()) as { id: string };

  await alice.visits(`/w/${id}/${document}`);
  const brick = page.getByRole("button", { name: /^Actions pour/ }).first();
  const title = ((await brick.getAttribute("aria-label")) ?? "").replace("Actions pour ", "");
  await brick.click();
  await page.getByRole("menuitem", { name: "En faire une carte du plan d’action" }).click();
  const dialog = page.getByRole("dialog", { name: "Faire des cartes" });
  const plans = dialog.getByLabel("Plan d’action");
  await expect(plans.getByRole("option")).toHaveText([PLAN, /^Les Lilas — /]);
  await plans.selectOption({ index: 1 });
  await dialog.getByRole("button", { name: "Ajouter", exact: true }).click();
  await expect(page.getByText("1 carte ajoutée")).toBeVisible();

  await alice.visits("/");
  await page
    .getByRole("link", { name: /Les Lilas/ })
    .first()
    .click();
  await page
    .getByRole("main")
    .getByRole("link", { name: /Plan d’action/ })
    .click();
  await card(alice, title).click();
  await page.getByRole("dialog").getByRole("link", { name: "Que fait-on ?" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Que fait-on ?" })).toBeVisible();
});
