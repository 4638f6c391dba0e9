// A plan comes from other tools and goes to them: looked at before, brought in whole, fed to calendars.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, type Locator } from "@playwright/test";
import { ActionPlan, column, stands } from "./action-plan.ts";
import { test } from "./guarded.ts";
import type { Guest } from "./guest.ts";
import { isAccessible, isSound } from "./sound.ts";

type File = { name: string; mimeType: string; buffer: Buffer };

/** Files built from what these tools document: the tests of the server read the same. */
const exported = (name: string): string =>
  fileURLToPath(new URL(`../../crdt/tests/kanban/exports/${name}`, import.meta.url));

test("a board of Trello is looked at, its people are chosen, and all of it comes", async ({
  server,
  arrives,
}) => {
  const plan = await ActionPlan.prepares(server, arrives);
  const alice = await plan.joins("Léa");
  const awa = await plan.joins("Awa");
  const dialog = await opens(alice, exported("trello.json"));
  await expect(dialog.getByRole("heading", { name: "Ce fichier vient de : Trello" })).toBeFocused();
  await expect(dialog.getByText("Il contient 4 cartes dans 4 colonnes.")).toBeVisible();
  await expect(dialog.getByText("1 autocollant est laissé de côté")).toBeVisible();
  await expect(dialog.getByLabel("Léa Martin (1 carte)")).toHaveValue(/./);
  await dialog.getByLabel("Paul Parti (commentaires)").selectOption("Une nouvelle personne");
  await isSound(alice, "kanban-import");
  await dialog.getByRole("button", { name: "Ajouter 4 cartes" }).click();
  await expect(dialog).toBeHidden();

  await expect(
    column(awa, "Terminé").getByRole("article", { name: "Choisir la date" }),
  ).toBeVisible();
  await awa.page.getByRole("button", { name: "Demander le devis", exact: true }).click();
  const card = awa.page.getByRole("dialog");
  await expect(card.getByText("Paul Parti").first()).toBeVisible();
  await expect(card.getByText("Je m’en occupe")).toBeVisible();
  await expect(card.getByRole("checkbox", { name: "Traiteur : Écrire" })).toBeChecked();
});

test("a table saved by a French spreadsheet comes with its accents", async ({
  server,
  arrives,
}) => {
  const plan = await ActionPlan.prepares(server, arrives);
  const alice = await plan.joins("Alice");
  const table = await readFile(exported("table.csv"), "utf8");
  const dialog = await opens(alice, { ...csv, buffer: Buffer.from(table, "latin1") });
  await expect(dialog.getByText("1 date illisible est laissée de côté")).toBeVisible();
  await dialog.getByRole("button", { name: "Ajouter 3 cartes" }).click();
  await stands(alice, "Fait", ["Prévenir la mairie"]);
  await expect(
    column(alice, "À faire").getByRole("article", { name: "Réserver le minibus" }),
  ).toBeVisible();
});

test("a table that Excel wrote on a Mac says by name what stays behind", async ({
  server,
  arrives,
}) => {
  const plan = await ActionPlan.prepares(server, arrives);
  const alice = await plan.joins("Alice");
  // MacRoman: é is 8E, â 89, É 83, À CB; lines end with CR alone.
  const letters = new Map([
    ["é", 0x8e],
    ["â", 0x89],
    ["É", 0x83],
    ["À", 0xcb],
  ]);
  const table =
    "Tâche(s);Responsable(s);Échéance;État;Budget\rRéserver la salle;Léa;14 mars 2027;À faire;300\r" +
    "Prévenir la mairie;Léa;bient?;Fait;\r";
  const bytes = Array.from(table, (letter) => letters.get(letter) ?? letter.charCodeAt(0));
  const dialog = await opens(alice, { ...csv, buffer: Buffer.from(bytes) });
  await expect(dialog.getByText("Il contient 2 cartes dans 2 colonnes.")).toBeVisible();
  await expect(
    dialog.getByText("1 champ personnalisé est laissé de côté : « Budget »"),
  ).toBeVisible();
  await expect(dialog.getByText("Tout ce que contient ce fichier peut venir.")).toBeHidden();
  await dialog.getByRole("button", { name: "Ajouter 2 cartes" }).click();
  await stands(alice, "Fait", ["Prévenir la mairie"]);
  await alice.page.getByRole("button", { name: "Réserver la salle", exact: true }).click();
  await expect(alice.page.getByRole("dialog").getByLabel("Échéance", { exact: true })).toHaveValue(
    "2027-03-14",
  );
});

test("boards of a whole Deck are looked at on a phone, and nothing deleted comes alive", async ({
  server,
  arrives,
}) => {
  const plan = await ActionPlan.prepares(server, arrives);
  const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
  const alice = await plan.joins("Alice", "participant", phone);
  const dialog = await opens(alice, exported("deck-occ.json"));
  await expect(
    dialog.getByRole("heading", { name: "Ce fichier vient de : Nextcloud Deck" }),
  ).toBeFocused();
  await expect(dialog.getByText("Il contient 4 cartes dans 3 colonnes.")).toBeVisible();
  await expect(
    dialog.getByText("« Carte jetée », « Liste jetée », « Dans la liste jetée »"),
  ).toBeVisible();
  await expect(dialog.getByText("« Fête du quartier », « Jardin »")).toBeVisible();
  await isAccessible(alice, "kanban-import-deck");
  await alice.page.setViewportSize(phone.viewport);
  await dialog.getByRole("button", { name: "Ajouter 4 cartes" }).click();
  await expect(dialog).toBeHidden();
  await expect(
    column(alice, "À faire").getByRole("article", { name: "Réserver la salle" }),
  ).toBeVisible();
  await alice.page.setViewportSize({ width: 1280, height: 800 });
  await expect(
    column(alice, "Bouclé").getByRole("article", { name: "Choisir la date" }),
  ).toBeVisible();
  await expect(alice.page.getByText("Dans la liste jetée")).toHaveCount(0);
});

test("a file that cannot be read changes nothing, and another may be chosen", async ({
  server,
  arrives,
}) => {
  const plan = await ActionPlan.prepares(server, arrives);
  const alice = await plan.joins("Alice");
  const dialog = await opens(alice, {
    ...csv,
    name: "plan.json",
    buffer: Buffer.from('{"lists": ['),
  });
  await expect(dialog.getByRole("alert")).toHaveText(
    "Ce fichier est incomplet ou abîmé. Exportez à nouveau depuis l’autre outil, sans l’ouvrir entre-temps. Rien n’a été changé.",
  );
  await chooses(dialog, { ...csv, buffer: Buffer.from("PK\u0003\u0004\0\0", "latin1") });
  await expect(dialog.getByRole("alert")).toContainText("enregistrez-le en .csv");
  await chooses(dialog, { ...csv, buffer: Buffer.alloc(9 * 1024 * 1024, "x") });
  await expect(dialog.getByRole("alert")).toContainText("Ce fichier dépasse 8 Mo.");
  await dialog.getByText("Coller le contenu à la place").click();
  await dialog.getByLabel("Contenu du fichier").fill("Titre\nUn devis");
  await dialog.getByRole("button", { name: "Regarder ce qu’il contient" }).click();
  await dialog.getByRole("button", { name: "Ajouter 1 carte" }).click();
  await expect(column(alice, "À faire").getByRole("article", { name: "Un devis" })).toBeVisible();
});

test("what one takes away comes back into another plan", async ({ server, arrives }) => {
  const plan = await ActionPlan.prepares(server, arrives);
  const alice = await plan.joins("Alice");
  const file = await downloads(alice, "Pour Trello et les outils qui le lisent (.json)");
  const other = await ActionPlan.prepares(server, arrives);
  const omar = await other.joins("Omar");
  const dialog = await opens(omar, file);
  await expect(dialog.getByText("Tout ce que contient ce fichier peut venir.")).toBeVisible();
  await dialog.getByRole("button", { name: /^Ajouter \d+ cartes$/ }).click();
  await expect(
    column(omar, "À faire").getByRole("article", { name: "Faire le budget" }),
  ).toHaveCount(2);
  for (const format of ["Tableur (.csv)", "Calendrier (.ics)", "Page à imprimer (.html)"]) {
    expect((await readFile(await downloads(omar, format), "utf8")).length).toBeGreaterThan(100);
  }
});

test("a calendar follows a plan at an address that is shown again, and ends", async ({
  server,
  arrives,
}) => {
  const plan = await ActionPlan.prepares(server, arrives);
  const alice = await plan.joins("Alice");
  await brings(alice, "Titre;Échéance\nUn devis;2027-01-15");
  await menu(alice, "Suivre dans un agenda");
  const dialog = alice.page.getByRole("dialog", { name: "Suivre dans un agenda" });
  await dialog.getByRole("button", { name: "Créer l’adresse" }).click();
  const address = await dialog.getByLabel("Adresse à donner à l’agenda").inputValue();
  const calendar = await (await fetch(address)).text();
  expect(calendar).toContain("SUMMARY:Un devis\r\n");
  await dialog.getByRole("radio", { name: /^des tâches/ }).check();
  const tasks = await dialog.getByLabel("Adresse à donner à l’agenda").inputValue();
  expect(await (await fetch(tasks)).text()).toContain("DUE;VALUE=DATE:20270115\r\n");

  await alice.page.keyboard.press("Escape");
  await menu(alice, "Suivre dans un agenda");
  await expect(dialog.getByLabel("Adresse à donner à l’agenda")).toHaveValue(address);
  await isSound(alice, "kanban-calendar-address");
  await dialog.getByRole("button", { name: "Arrêter" }).click();
  await dialog.getByRole("button", { name: "Arrêter" }).click();
  await expect(dialog.getByRole("button", { name: "Créer l’adresse" })).toBeVisible();
  expect((await fetch(address)).status).toBe(404);
});

test("a plan on paper is what can be read, in dark ink", async ({ server, arrives }) => {
  const plan = await ActionPlan.prepares(server, arrives);
  const { page } = await plan.joins("Alice", "participant", { colorScheme: "dark" });
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("article", { name: "Faire le budget" })).toBeVisible();
  await expect(page.getByText("Ajouter une carte").first()).toBeHidden();
  await expect(page.getByRole("button", { name: "Le plan", exact: true })).toBeHidden();
  await expect(page.getByRole("button", { name: "Changer le titre" })).toBeHidden();
  const scheme = await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
  expect(scheme).toBe("light");
});

const csv: Omit<File, "buffer"> = { name: "plan.csv", mimeType: "text/csv" };

async function menu({ page }: Guest, action: string): Promise<void> {
  await page.getByRole("button", { name: "Le plan", exact: true }).click();
  await page.getByRole("menuitem", { name: action, exact: true }).click();
}

/** Chooses a file in the dialog of the page. */
async function opens(guest: Guest, file: string | File): Promise<Locator> {
  await menu(guest, "Importer un fichier");
  const dialog = guest.page.getByRole("dialog", { name: "Importer un fichier" });
  await chooses(dialog, file);
  return dialog;
}

async function chooses(dialog: Locator, file: string | File): Promise<void> {
  await dialog.getByLabel("Fichier (.json ou .csv)").setInputFiles(file);
}

/** Brings in a table whole. */
async function brings(guest: Guest, table: string): Promise<void> {
  const dialog = await opens(guest, { ...csv, buffer: Buffer.from(table) });
  await dialog.getByRole("button", { name: /^Ajouter/ }).click();
  await expect(dialog).toBeHidden();
}

/** Takes the plan away as a file; where that is. */
async function downloads({ page }: Guest, format: string): Promise<string> {
  await page.getByRole("button", { name: "Télécharger" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: format, exact: true }).click();
  return (await download).path();
}
