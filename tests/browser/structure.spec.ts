// A structure takes its action plan home: its own space and links, shown to its workshop if it wants, living on without it.
import { fileURLToPath } from "node:url";
import { expect } from "@playwright/test";
import { test } from "./guarded.ts";
import type { Guest } from "./guest.ts";
import { Homecoming, isInStructure, STRUCTURE } from "./homecoming.ts";
import { isSound } from "./sound.ts";
import { Together, WORKSHOP } from "./together.ts";

test("a structure is made in a workshop, shared with it, and stays when the workshop goes", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.joins("Alice");
  await alice.visits(`/w/${together.workshop.id}`);
  await alice.page.getByRole("button", { name: "Créer le plan d’action de ma structure" }).click();
  const form = alice.page.getByRole("dialog");
  await form.getByLabel("Nom de la structure").fill(STRUCTURE);
  await expect(form.getByLabel("Votre prénom")).toHaveValue("Alice");
  await form.getByLabel("Un exemple : organiser un évènement").check();
  await form.getByRole("button", { name: "Créer le plan d’action" }).click();
  await expect(alice.page.getByRole("heading", { level: 1, name: "Plan d’action" })).toBeVisible();
  await expect(alice.page.getByText("Choisir la date et le lieu")).toBeVisible();
  await alice.page.getByRole("link", { name: `Retour à « ${STRUCTURE} »` }).click();
  await isInStructure(alice);
  const link = await alice.page.getByLabel("Lien pour les membres", { exact: true }).inputValue();
  await alice.page.getByRole("button", { name: "C’est fait, je les ai gardés" }).click();
  await expect(alice.page.getByRole("heading", { name: "Gardez ces liens" })).toBeHidden();
  await shares(alice);
  await alice.visits(`/w/${together.workshop.id}`);
  await alice.page
    .getByRole("navigation", { name: "Vos structures" })
    .getByRole("link", { name: STRUCTURE })
    .click();
  await isInStructure(alice);

  const nadia = await together.returnsAsFacilitator();
  await nadia.visits(`/w/${together.workshop.id}`);
  const board = nadia.page.getByRole("article", { name: STRUCTURE });
  await expect(board.getByText(/^\d+ cartes? faites? · \d+ à faire/)).toBeVisible();
  await board.getByText("Voir les cartes").click();
  await expect(board.getByRole("listitem").first()).toBeVisible();
  await expect(board.getByRole("link")).toHaveCount(0);

  await ends(nadia, WORKSHOP);
  await expect(nadia.page.getByText(/^Cet atelier sera effacé le /)).toBeVisible();

  const omar = await together.isNew();
  await omar.page.goto(link);
  await expect(omar.page.getByLabel("Votre structure")).toBeHidden();
  await omar.page.getByLabel("Votre prénom").fill("Omar");
  await omar.page.getByRole("button", { name: "Entrer" }).click();
  await isInStructure(omar);
  await expect(omar.page.getByText(/^Cet(te structure| atelier) sera effacé/)).toBeHidden();
  await expect(alice.page.getByText("2 personnes sont là")).toBeVisible();
});

test("a structure made alone keeps its links in view until somebody has them", async ({
  arrives,
}) => {
  const alice = await arrives();
  await alice.visits("/");
  await alice.page.getByRole("button", { name: "Créer un plan d’action" }).click();
  const form = alice.page.getByRole("dialog");
  await form.getByLabel("Nom de la structure").fill(STRUCTURE);
  await form.getByLabel("Votre prénom").fill("Alice");
  await form.getByRole("button", { name: "Créer le plan d’action" }).click();
  await alice.page.waitForURL(/\/w\/[^/]+\/[^/]+$/);
  await alice.visits("/");
  await alice.page.getByRole("link", { name: `${STRUCTURE} Structure · Alice · Membre` }).click();
  await isInStructure(alice);
  await isSound(alice, "structure-with-links");

  await alice.page.getByRole("button", { name: "Imprimer une feuille" }).click();
  const sheet = alice.page.getByRole("dialog", { name: "Feuille à imprimer" });
  await expect(sheet.getByRole("heading", { name: "Lien pour les membres" })).toBeVisible();
  await isSound(alice, "structure-sheet");
  await alice.page.emulateMedia({ media: "print" });
  await expect(alice.page.getByRole("main", { includeHidden: true })).toBeHidden();
  await expect(sheet.getByRole("button", { name: "Imprimer", includeHidden: true })).toBeHidden();
  await expect(sheet.getByText(/^Qui a cette feuille/)).toBeVisible();
});

test("a structure goes from one file to a new space, whole", async ({ server, arrives }) => {
  const home = await Homecoming.prepares(server, arrives);
  const alice = await home.returns();
  await alice.page.getByRole("button", { name: "Réglages" }).click();
  const download = alice.page.waitForEvent("download");
  await alice.page.getByRole("link", { name: "Télécharger l’archive" }).click();
  const archive = await (await download).path();

  const omar = await arrives();
  await omar.visits("/");
  await opens(omar, archive);
  const form = omar.page.getByRole("dialog", { name: "Ouvrir une archive" });
  await form.getByLabel("Votre prénom").fill("Omar");
  await form.getByRole("button", { name: "Ouvrir l’archive" }).click();
  await isInStructure(omar);
  await expect(omar.page.getByRole("heading", { name: "Gardez ces liens" })).toBeVisible();
  await expect(omar.page.getByRole("complementary").getByText("Alice")).toBeVisible();
  expect(new URL(omar.page.url()).pathname).not.toBe(home.path);
});

test("a file that is no archive makes nothing, and says so", async ({ arrives }) => {
  const alice = await arrives();
  await alice.visits("/");
  await opens(alice, fileURLToPath(import.meta.url));
  const form = alice.page.getByRole("dialog", { name: "Ouvrir une archive" });
  await form.getByLabel("Votre prénom").fill("Alice");
  await form.getByRole("button", { name: "Ouvrir l’archive" }).click();
  await expect(form.getByRole("alert")).toContainText("Ce fichier n’est pas une archive");
});

test("somebody who has not come yet comes under their name", async ({ server, arrives }) => {
  const home = await Homecoming.prepares(server, arrives);
  const alice = await home.returns();
  await alice.page
    .getByRole("button", { name: "Ajouter une personne qui n’est pas encore venue" })
    .click();
  await alice.page.getByRole("dialog").getByLabel("Son prénom").fill("Omar");
  await alice.page.getByRole("dialog").getByRole("button", { name: "Ajouter" }).click();
  const shown = alice.page.getByRole("dialog", { name: "Le lien de Omar" });
  const link = await shown.getByRole("textbox").inputValue();

  const omar = await home.together.isNew();
  await omar.page.goto(link);
  await expect(omar.page.getByLabel("Votre prénom")).toHaveValue("Omar");
  await omar.page.getByRole("button", { name: "Entrer" }).click();
  await isInStructure(omar);
  await shown.getByRole("button", { name: "Fermer" }).click();
  await expect(alice.page.getByText("2 personnes sont là")).toBeVisible();
});

test("a structure ends thirty days after its title was typed again, unless it is kept", async ({
  server,
  arrives,
}) => {
  const home = await Homecoming.prepares(server, arrives);
  const { page } = await home.returns();
  await page.getByRole("button", { name: "Réglages" }).click();
  await page.getByRole("button", { name: "Supprimer cette structure" }).click();
  const question = page.getByRole("dialog", { name: "Supprimer cette structure ?" });
  const title = question.getByRole("textbox");
  const verb = question.getByRole("button", { name: "Supprimer dans trente jours" });
  await title.fill("Les Jardins");
  await verb.click();
  await expect(question.getByRole("alert")).toContainText("Ce n’est pas le titre");
  await title.fill(STRUCTURE);
  await verb.click();
  await expect(
    page.getByText(/^Cette structure sera effacée le \d+ \p{L}+ \d{4}\.$/u),
  ).toBeVisible();
  await page.getByRole("button", { name: "Garder" }).click();
  await expect(page.getByText("La structure est gardée.")).toBeVisible();
  await expect(page.getByText(/^Cette structure sera effacée/)).toBeHidden();
});

test("the pages of a structure are sound for everybody", async ({ server, arrives }) => {
  const home = await Homecoming.prepares(server, arrives);
  await home.isShared();
  const alice = await home.returns();
  await isSound(alice, "structure");
  await alice.page.getByRole("button", { name: "Réglages" }).click();
  await expect(alice.page.getByLabel("Montrer notre plan d’action")).toBeChecked();
  await isSound(alice, "structure-settings");
  await alice.page.keyboard.press("Escape");
  await alice.page.getByRole("banner").getByRole("button", { name: "Inviter" }).click();
  await alice.page.getByRole("button", { name: "Faire un nouveau lien : Mon lien" }).click();
  await expect(
    alice.page.getByLabel("Mon lien, pour un autre appareil", { exact: true }),
  ).toBeVisible();
  await isSound(alice, "structure-invite");
});

test("what a workshop sees of its structures is sound for everybody", async ({
  server,
  arrives,
}) => {
  const home = await Homecoming.prepares(server, arrives);
  const nadia = await home.facilitates();
  await expect(nadia.page.getByText(/^Aucune structure ne montre encore/)).toBeVisible();
  await home.isShared();
  await nadia.visits(`/w/${home.together.workshop.id}`);
  await nadia.page.getByText("Voir les cartes").click();
  await nadia.page.getByText("Voir les cartes").scrollIntoViewIfNeeded();
  await isSound(nadia, "workshop-with-structures");
});

/** Chooses a file as the archive to open. */
async function opens({ page }: Guest, archive: string): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Ouvrir une archive" }).click();
  await (await chooser).setFiles(archive);
}

/** Lets the facilitators of the workshop see the plan. */
async function shares({ page }: Guest): Promise<void> {
  await page.getByRole("button", { name: "Réglages" }).click();
  await page.getByLabel("Montrer notre plan d’action à l’animation de l’atelier").check();
  await expect(page.getByText("L’animation de l’atelier voit le plan d’action.")).toBeVisible();
  await page.keyboard.press("Escape");
}

/** Has a workshop erased, its title typed again. */
async function ends({ page }: Guest, workshop: string): Promise<void> {
  await page.getByRole("button", { name: "Réglages" }).click();
  await page.getByRole("button", { name: "Supprimer cet atelier" }).click();
  const question = page.getByRole("dialog", { name: "Supprimer cet atelier ?" });
  await question.getByRole("textbox").fill(workshop);
  await question.getByRole("button", { name: "Supprimer dans trente jours" }).click();
}
