// What people say about passages of a pad: said, answered, settled, without a network and without a mouse.
import { readFileSync } from "node:fs";
import { expect, type Locator } from "@playwright/test";
import { fits } from "./fit.ts";
import type { Guest } from "./guest.ts";
import { test } from "./guarded.ts";
import { isAccessible } from "./sound.ts";
import { Together } from "./together.ts";

const COMMENT = "ControlOrMeta+Alt+m";
const UNSENT = "seulement sur cet appareil";

/** Selects the last letters of the pad. */
async function selectsLast(guest: Guest, letters: number): Promise<void> {
  await guest.page.bringToFront();
  await guest.editor.focus();
  await guest.page.keyboard.press("ControlOrMeta+End");
  for (let letter = 0; letter < letters; letter++)
    await guest.page.keyboard.press("Shift+ArrowLeft");
}

async function comments(guest: Guest, letters: number, said: string): Promise<void> {
  await selectsLast(guest, letters);
  await guest.page.keyboard.press(COMMENT);
  await expect(guest.page.getByLabel("Votre commentaire")).toBeFocused();
  await guest.page.keyboard.type(said);
  await guest.page.keyboard.press("ControlOrMeta+Enter");
  await expect(thread(guest, said)).toBeVisible();
}

const panel = ({ page }: Guest): Locator => page.getByRole("region", { name: "Commentaires" });
const thread = ({ page }: Guest, said: string): Locator =>
  page.getByRole("article").filter({ hasText: said });
const passage = ({ editor }: Guest): Locator => editor.locator("mark.commented");

test("one comments on a passage, another answers, and it is settled", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  const bob = await together.opens("Bob");
  await alice.types("Nous irons à pied.");
  await bob.reads("Nous irons à pied.");
  await comments(alice, 5, "Et Rémi ?");
  await expect(passage(alice)).toHaveText("pied.");

  await expect(passage(bob)).toHaveText("pied.");
  await passage(bob).click();
  const seen = thread(bob, "Et Rémi ?");
  await expect(seen).toContainText("Alice");
  await seen.getByLabel("Votre réponse").fill("En voiture.");
  await seen.getByRole("button", { name: "Répondre" }).click();
  await expect(thread(alice, "En voiture.")).toContainText("Bob");
  // One changes one's own words only.
  await expect(seen.getByRole("button", { name: "Modifier" })).toHaveCount(1);
  await seen.getByRole("button", { name: "Résoudre" }).click();
  await expect(passage(alice)).toHaveCount(0);
  await panel(alice).getByRole("button", { name: "Résolus (1)" }).click();
  await expect(thread(alice, "Et Rémi ?")).toContainText("Résolu par Bob");
  await thread(alice, "Et Rémi ?").getByRole("button", { name: "Rouvrir" }).click();
  await expect(passage(bob)).toHaveText("pied.");
});

test("one says it otherwise and takes it back", async ({ server, arrives }) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  const bob = await together.opens("Bob");
  await alice.types("Nous irons à pied.");
  await comments(alice, 5, "Et Rémi ?");
  const own = thread(alice, "Et");
  await own.getByRole("button", { name: "Modifier" }).click();
  await own.getByLabel("Votre commentaire").fill("Et Zoé ?");
  await own.getByRole("button", { name: "Enregistrer" }).click();
  await passage(bob).click();
  await expect(thread(bob, "Et Zoé ?")).toContainText("modifié");
  await own.getByRole("button", { name: "Supprimer" }).click();
  await expect(thread(bob, "Et Zoé ?")).toHaveCount(0);
  await expect(passage(bob)).toHaveCount(0);
});

test("a passage that is deleted leaves what was said, and comes back with its words", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  await alice.types("Nous irons à pied.");
  await comments(alice, 5, "Et Rémi ?");
  await selectsLast(alice, 8);
  await alice.page.keyboard.press("Delete");
  await alice.readsNoMore("pied");
  await expect(thread(alice, "Et Rémi ?")).toContainText("Ce passage n’est plus dans le texte");
  await expect(thread(alice, "Et Rémi ?").getByText("pied.")).toBeVisible();
  await alice.page.keyboard.press("ControlOrMeta+z");
  await expect(passage(alice)).toHaveText("pied.");
});

test("what two people say without a network is there for both when they are back", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  const bob = await together.opens("Bob");
  await alice.types("Nous irons à pied.");
  await bob.reads("Nous irons à pied.");
  for (const guest of [alice, bob]) {
    // What shows comments is fetched when it is first used.
    await guest.page.keyboard.press("Escape");
    await guest.page.getByRole("button", { name: /^Commenter/ }).click();
    await expect(panel(guest)).toBeVisible();
    await guest.seesSaved();
    await guest.context.setOffline(true);
  }
  await comments(alice, 5, "Dit Alice.");
  await comments(bob, 10, "Dit Bob.");
  for (const guest of [alice, bob]) await expect(guest.saving).toHaveText(UNSENT);
  for (const guest of [alice, bob]) await guest.context.setOffline(false);
  for (const guest of [alice, bob]) {
    await expect(thread(guest, "Dit Alice.")).toBeVisible();
    await expect(thread(guest, "Dit Bob.")).toBeVisible();
    await guest.seesSaved();
  }
});

test("a reader sees what is said, with the keyboard alone, and says nothing", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  await alice.types("Nous irons à pied.");
  await comments(alice, 5, "Et Rémi ?");
  await alice.seesSaved();
  const reader = await together.joins("Lise", "reader");
  await reader.visits(together.path);
  const mark = reader.page.locator("mark.commented");
  await expect(mark).toHaveText("pied.");
  await mark.focus();
  await reader.page.keyboard.press("Enter");
  await expect(thread(reader, "Et Rémi ?")).toContainText("Alice");
  await expect(panel(reader).getByRole("textbox")).toHaveCount(0);
  await expect(panel(reader).getByRole("button", { name: "Résoudre" })).toHaveCount(0);
});

test("the caret in a passage opens what is said of it, and Escape leads back", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  await alice.types("Nous irons à pied.");
  await comments(alice, 5, "Et Rémi ?");
  await alice.page.keyboard.press("Escape");
  await expect(panel(alice)).toHaveCount(0);
  await expect(alice.editor).toBeFocused();
  await alice.page.keyboard.press("ControlOrMeta+End");
  await alice.page.keyboard.press("ArrowLeft");
  await alice.page.keyboard.press(COMMENT);
  await expect(panel(alice)).toBeVisible();
  await expect(thread(alice, "Et Rémi ?")).toHaveClass(/chosen/);
});

test("comments leave with the pad as notes", async ({ server, arrives }) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  await alice.types("Nous irons à pied.");
  await comments(alice, 5, "Et Rémi ?");
  await alice.seesSaved();
  await alice.page.keyboard.press("Escape");
  await alice.page.getByRole("button", { name: "Télécharger" }).click();
  const coming = alice.page.waitForEvent("download");
  await alice.page.getByRole("menuitem", { name: "Markdown (.md)" }).click();
  const file = await (await coming).path();
  const text = readFileSync(file, "utf8");
  expect(text).toContain("Nous irons à pied.[^1]");
  expect(text).toMatch(/\[\^1\]: Alice, .*Et Rémi \?/);
});

test("on a narrow phone what is said has the whole height, and everything fits", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice", "participant", {
    viewport: { width: 360, height: 740 },
    hasTouch: true,
  });
  await alice.types("Nous irons à pied.");
  await comments(alice, 5, "Et Rémi ?");
  await expect(alice.page.getByRole("dialog", { name: "Commentaires" })).toBeVisible();
  await fits(alice);
  await alice.page.keyboard.press("Escape");
  const summary = alice.page.getByRole("button", { name: "1 commentaire ouvert" });
  await fits(alice);
  await summary.tap();
  await expect(thread(alice, "Et Rémi ?")).toBeVisible();
});

test("what is said is sound: for who writes and for who reads, light and dark", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  await alice.types("Nous irons à pied.");
  await comments(alice, 5, "Et Rémi ?");
  await alice.seesSaved();
  await isAccessible(alice, "comments");
  const reader = await together.joins("Lise", "reader");
  await reader.visits(together.path);
  const mark = reader.page.locator("mark.commented");
  await mark.focus();
  await reader.page.keyboard.press("Enter");
  await expect(thread(reader, "Et Rémi ?")).toBeVisible();
  await isAccessible(reader, "comments-reader");
});
