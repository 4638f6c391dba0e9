// Texts of other tools come in, and pads go out as files.
import { readFile } from "node:fs/promises";
import { expect, type Locator } from "@playwright/test";
import { fits } from "./fit.ts";
import type { Guest } from "./guest.ts";
import { test } from "./guarded.ts";
import { Together, WORKSHOP } from "./together.ts";

type File = { name: string; mimeType: string; buffer: Buffer };

const page: File = {
  name: "bilan.html",
  mimeType: "text/html",
  buffer: Buffer.from(
    "<title>Bilan</title><h1>Bilan</h1><h2>Suites</h2><ul><li>Un <b>devis</b></li></ul><img alt='Un chat'>",
  ),
};
const pdf: File = { name: "a.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7") };

const LABEL = "Fichier (.odt, .docx, .etherpad, .md, .html ou .txt)";

async function asksToImport({ page }: Guest): Promise<Locator> {
  await page.getByRole("button", { name: "Autres actions sur les documents" }).click();
  await page.getByRole("menuitem", { name: "Importer un texte" }).click();
  return page.getByRole("dialog", { name: "Importer un texte" });
}

test("a text becomes a pad, once one has seen what of it cannot come", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  await alice.visits(`/w/${together.workshop.id}`);
  const dialog = await asksToImport(alice);
  await dialog.getByLabel(LABEL).setInputFiles(page);
  await expect(dialog.getByRole("heading", { name: "Page web" })).toBeFocused();
  await expect(dialog.getByRole("region", { name: "Ce qui ne peut pas venir" })).toHaveText(
    /1\u00a0image est laissée de côté\u202f: «\u202fUn chat\u202f»/,
  );
  await expect(dialog.getByRole("region", { name: "Aperçu du texte" })).toHaveText(
    "SuitesUn devis",
  );
  await dialog.getByLabel("Titre du pad").fill("Bilan du jour");
  await dialog.getByRole("button", { name: "Créer le pad" }).click();
  await alice.isInPad("Bilan du jour");
  await expect(alice.editor.getByRole("heading", { level: 1, name: "Suites" })).toBeVisible();
  await alice.reads("Un devis");
});

test("a text is added to the pad one is in, others see it, and one undo takes it away", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  const bob = await together.opens("Bob");
  await alice.types("Avant. ");
  await alice.page.getByRole("button", { name: "Importer un texte" }).click();
  const dialog = alice.page.getByRole("dialog", { name: "Importer un texte" });
  await dialog.getByLabel(LABEL).setInputFiles(page);
  await dialog.getByRole("button", { name: "Ajouter à ce pad" }).click();
  await bob.reads("Suites");
  await bob.reads("Avant. ");
  await expect(dialog).toBeHidden();
  await alice.page.keyboard.press("ControlOrMeta+z");
  await bob.readsNoMore("Suites");
  await bob.reads("Avant. ");
});

test("the images of a text come with it, into the pad one is in", async ({ server, arrives }) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  const bob = await together.opens("Bob");
  const red =
    "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGP4z8AARAwQCgAf7gP9i18U1AAAAABJRU5ErkJggg==";
  const illustrated = `<p>Avant</p><figure><img alt="le plan" src="data:image/png;base64,${red}"><figcaption>Salle Lilas</figcaption></figure><p>Après</p>`;
  const file = { name: "plan.html", mimeType: "text/html", buffer: Buffer.from(illustrated) };
  await alice.page.bringToFront();
  await alice.page.getByRole("button", { name: "Importer un texte" }).click();
  const dialog = alice.page.getByRole("dialog", { name: "Importer un texte" });
  await dialog.getByLabel(LABEL).setInputFiles(file);
  await expect(dialog.getByText("4\u00a0mots, 1\u00a0image.")).toBeVisible();
  await dialog.getByRole("button", { name: "Ajouter à ce pad" }).click();
  await expect(dialog).toBeHidden();
  await bob.page.bringToFront();
  const picture = bob.editor.getByRole("img", { name: "le plan" });
  await expect
    .poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth))
    .toBe(2);
  await expect(bob.editor.locator("figcaption")).toHaveText("Salle Lilas");
  await bob.reads("Après");
});

test("a file that is no text is refused in words, and another one may be chosen", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.joins("Alice", "participant", {
    viewport: { width: 360, height: 640 },
  });
  await alice.visits(`/w/${together.workshop.id}`);
  const dialog = await asksToImport(alice);
  await fits(alice);
  await dialog.getByLabel(LABEL).setInputFiles(pdf);
  await expect(dialog.getByRole("alert")).toHaveText(/Un PDF ne dit pas.* Rien n’a été changé\.$/);
  await dialog.getByLabel(LABEL).setInputFiles(page);
  await expect(dialog.getByRole("heading", { name: "Page web" })).toBeFocused();
  await fits(alice);
  await dialog.getByRole("button", { name: "Choisir un autre fichier" }).click();
  await expect(dialog.getByLabel(LABEL)).toBeFocused();
  await alice.page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
});

test("a reader takes all pads away in one file, and brings nothing in", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const lise = await together.joins("Lise", "reader");
  await lise.visits(`/w/${together.workshop.id}`);
  await lise.page.getByRole("button", { name: "Autres actions sur les documents" }).click();
  await expect(lise.page.getByRole("menuitem", { name: "Importer un texte" })).toHaveCount(0);
  const download = lise.page.waitForEvent("download");
  await lise.page
    .getByRole("menuitem", { name: "Tous les pads en un document LibreOffice (.odt)" })
    .click();
  const file = await download;
  expect(file.suggestedFilename()).toBe(`${WORKSHOP}.odt`);
  const bytes = await readFile(await file.path());
  expect(bytes.subarray(30, 38).toString()).toBe("mimetype");
});

test("everybody chooses whether files say who wrote, and what was said about the text", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  await alice.types("Bonjour.");
  await alice.seesSaved();
  await alice.page.getByRole("button", { name: "Télécharger" }).click();
  const names = alice.page.getByRole("menuitemcheckbox", { name: "Dire qui a écrit" });
  await expect(names).toHaveAttribute("aria-checked", "false");
  await names.press("Enter");
  await expect(names).toHaveAttribute("aria-checked", "true");
  await expect(names).toBeFocused();
  const download = alice.page.waitForEvent("download");
  await alice.page.getByRole("menuitem", { name: "Texte (.txt)" }).click();
  expect(await readFile(await (await download).path(), "utf8")).toContain("Écrit par Alice\n");
});
