// Words that were begun and not sent: the back button, a page that is loaded again and another address lose none of them.
import { expect, type Locator } from "@playwright/test";
import { ActionPlan, card, column } from "./action-plan.ts";
import { BallotBox } from "./ballot-box.ts";
import { test } from "./guarded.ts";
import type { Guest } from "./guest.ts";
import { Together } from "./together.ts";

const WIDE = { viewport: { width: 1280, height: 800 }, hasTouch: true };
const PHONE = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true };
const BUDGET = "Faire le budget";

const opened = (guest: Guest): Locator => guest.page.getByRole("dialog", { name: BUDGET });
const comment = (guest: Guest): Locator =>
  opened(guest).getByRole("textbox", { name: "Écrire un commentaire" });
const checks = (guest: Guest): Locator =>
  opened(guest).getByRole("textbox", { name: "Ajouter une ligne" });
const title = (guest: Guest): Locator => opened(guest).getByRole("textbox", { name: "Titre" });
const description = (guest: Guest): Locator =>
  opened(guest).getByRole("textbox", { name: "Description" });
/** What opens the description to be written in. */
const write = (guest: Guest): Locator =>
  opened(guest).getByRole("button", { name: "Modifier", exact: true }).first();
const drafts = (guest: Guest): Promise<string[]> =>
  guest.page.evaluate(() =>
    Object.keys(localStorage).filter((key) => key.startsWith("atelier-draft-")),
  );

for (const device of [WIDE, PHONE]) {
  test(`at ${device.viewport.width} pixels what was begun in a card survives all but its sending`, async ({
    server,
    arrives,
  }) => {
    const plan = await ActionPlan.prepares(server, arrives);
    const alice = await plan.joins("Alice", "participant", device);
    const { page } = alice;
    await card(alice, BUDGET).tap();
    await write(alice).tap();
    await description(alice).fill("Qui paie quoi ?");
    await page.reload();
    await expect(description(alice)).toHaveValue("Qui paie quoi ?");
    await checks(alice).fill("salle");
    await comment(alice).fill("Je pense que");
    await page.goBack();
    await expect(opened(alice)).toBeHidden();
    await alice.visits("/");
    await alice.visits(plan.path);
    await card(alice, BUDGET).tap();
    await expect(checks(alice)).toHaveValue("salle");
    await expect(comment(alice)).toHaveValue("Je pense que");
    await expect(description(alice)).toHaveValue("Qui paie quoi ?");

    await opened(alice).getByRole("button", { name: "Enregistrer" }).tap();
    await expect(opened(alice).getByText("Qui paie quoi ?")).toBeVisible();
    await checks(alice).press("Enter");
    await comment(alice).press("Control+Enter");
    await expect(opened(alice).getByRole("listitem").getByText("Je pense que")).toBeVisible();
    await title(alice).fill("Faire le budget 2027");
    await page.reload();
    await expect(title(alice)).toHaveValue("Faire le budget 2027");
    await opened(alice).getByRole("button", { name: "Abandonner" }).tap();
    await expect(title(alice)).toHaveValue(BUDGET);
    await expect(checks(alice)).toHaveValue("");
    await expect(comment(alice)).toHaveValue("");
    await expect.poll(() => drafts(alice)).toEqual([]);
    await page.reload();
    await expect(comment(alice)).toHaveValue("");
  });
}

test("another wording of a comment or of a line to check is not lost either", async ({
  server,
  arrives,
}) => {
  const plan = await ActionPlan.prepares(server, arrives);
  const alice = await plan.joins("Alice", "participant", PHONE);
  const { page } = alice;
  await card(alice, BUDGET).tap();
  await comment(alice).fill("D’accord");
  await opened(alice).getByRole("button", { name: "Envoyer" }).tap();
  await checks(alice).fill("salle");
  await checks(alice).press("Enter");
  const edit = opened(alice).getByRole("listitem").getByRole("button", { name: "Modifier" });
  await edit.tap();
  await comment(alice).fill("D’accord, mais");
  const line = opened(alice).getByRole("textbox", { name: "Texte de « salle »" });
  await line.fill("salle des fêtes");
  await page.reload();
  await expect(line).toHaveValue("salle des fêtes");
  await expect(comment(alice), "a new comment is another one").toHaveValue("");
  await edit.tap();
  await expect(comment(alice)).toHaveValue("D’accord, mais");
});

test("what others wrote meanwhile stands beside what was begun", async ({ server, arrives }) => {
  const plan = await ActionPlan.prepares(server, arrives);
  const alice = await plan.joins("Alice", "participant", PHONE);
  const bob = await plan.joins("Bob");
  await card(alice, BUDGET).tap();
  await write(alice).tap();
  await description(alice).fill("De moi");
  await alice.visits("/");
  await card(bob, BUDGET).click();
  await write(bob).click();
  await description(bob).fill("De Bob");
  await description(bob).press("Control+Enter");
  await bob.seesSaved();
  await alice.visits(plan.path);
  await card(alice, BUDGET).tap();
  await expect(description(alice)).toHaveValue("De moi");
  await expect(opened(alice).getByText("De Bob")).toBeVisible();
  await opened(alice).getByRole("button", { name: "Abandonner" }).tap();
  await expect(description(alice)).toBeHidden();
  await expect(opened(bob).getByText("De Bob")).toBeVisible();
});

test("new cards, columns and labels that were begun are there again", async ({
  server,
  arrives,
}) => {
  const plan = await ActionPlan.prepares(server, arrives);
  const alice = await plan.joins("Alice");
  const { page } = alice;
  const place = column(alice, "À faire");
  const lines = async () => {
    await place.getByRole("button", { name: "Ajouter une carte dans À faire" }).click();
    return place.getByRole("textbox");
  };
  const newColumn = async () => {
    await page.getByRole("button", { name: "Ajouter une colonne" }).click();
    return page.getByLabel("Nom de la colonne");
  };
  await (await lines()).fill("Une\nDeux");
  await (await newColumn()).fill("Plus tard");
  await page.reload();
  await expect(await lines()).toHaveValue("Une\nDeux");
  await expect(await newColumn()).toHaveValue("Plus tard");
  await page.keyboard.press("Enter");
  await expect(column(alice, "Plus tard")).toBeVisible();
  await page.reload();
  await expect(await newColumn()).toHaveValue("");
});

test("the forms of pages keep what was begun until it is sent or cancelled", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const nadia = await together.returnsAsFacilitator();
  const { page } = nadia;
  await nadia.visits("/");
  await page.getByLabel("Titre de l’atelier").fill("Fête du port");
  await nadia.visits(`/w/${together.workshop.id}`);
  const newPad = async () => {
    await page.getByRole("button", { name: "Nouveau pad" }).click();
    return page.getByLabel("Titre du pad");
  };
  await (await newPad()).fill("Compte rendu du soir");
  await page.goBack();
  await expect(page.getByRole("dialog")).toBeHidden();
  await nadia.visits("/");
  await expect(page.getByLabel("Titre de l’atelier")).toHaveValue("Fête du port");
  await nadia.visits(`/w/${together.workshop.id}`);
  await expect(await newPad()).toHaveValue("Compte rendu du soir");
  await page.getByRole("dialog").getByRole("button", { name: "Annuler" }).click();
  await expect(await newPad()).toHaveValue("");
});

test("a brick that was begun is there again until it is proposed", async ({ server, arrives }) => {
  const box = await BallotBox.prepares(server, arrives);
  const nadia = await box.facilitates();
  const { page } = nadia;
  const propose = async () => {
    await page.getByRole("button", { name: "Ajouter une brique" }).click();
    return page.getByRole("dialog");
  };
  await (await propose()).getByLabel("Titre").fill("Cartographie");
  await page.reload();
  const dialog = await propose();
  await expect(dialog.getByLabel("Titre")).toHaveValue("Cartographie");
  await dialog.getByRole("button", { name: "Ajouter une brique" }).click();
  await expect(dialog).toBeHidden();
  await expect.poll(() => drafts(nadia)).toEqual([]);
});

test("a device that is forgotten keeps nothing that was begun", async ({ server, arrives }) => {
  const plan = await ActionPlan.prepares(server, arrives);
  const alice = await plan.joins("Alice");
  await card(alice, BUDGET).click();
  await comment(alice).fill("Entre nous");
  await expect.poll(() => drafts(alice)).toHaveLength(1);
  await alice.visits("/");
  await alice.page.getByRole("button", { name: "Oublier cet appareil" }).click();
  await alice.page
    .getByRole("dialog")
    .getByRole("button", { name: "Oublier cet appareil" })
    .click();
  await expect(alice.page.getByRole("dialog")).toBeHidden();
  await expect
    .poll(() => alice.page.evaluate(() => localStorage.length + sessionStorage.length))
    .toBe(0);
});

test("a browser that keeps nothing breaks nothing", async ({ server, arrives }) => {
  const plan = await ActionPlan.prepares(server, arrives);
  const alice = await plan.together.joins("Alice");
  await alice.page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get: () => {
        throw new DOMException("refused", "SecurityError");
      },
    });
  });
  await alice.visits(plan.path);
  await card(alice, BUDGET).click();
  await comment(alice).fill("Je pense que");
  await alice.page.goBack();
  await expect(opened(alice)).toBeHidden();
  await card(alice, BUDGET).click();
  await expect(comment(alice)).toHaveValue("Je pense que");
  await comment(alice).press("Control+Enter");
  await expect(comment(alice)).toHaveValue("");
});
