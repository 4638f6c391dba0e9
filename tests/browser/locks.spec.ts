// A facilitator locks a pad: everybody sees it, reads on, and loses nothing of what they wrote meanwhile.
import { expect } from "@playwright/test";
import { isNotWide } from "./fit.ts";
import { test } from "./guarded.ts";
import type { Guest } from "./guest.ts";
import { isAccessible } from "./sound.ts";
import { PAD, Together } from "./together.ts";

const LOCKED = "Ce document est verrouillé : seule l’animation y écrit. Vous pouvez le lire.";

async function turnsLock({ page }: Guest): Promise<void> {
  await page.getByRole("button", { name: "Menu du pad" }).click();
  await page.getByRole("menuitemcheckbox", { name: "Verrouiller le pad" }).click();
}

async function chooses({ page }: Guest, what: string): Promise<void> {
  await page.getByRole("button", { name: `Plus d’actions : ${PAD}` }).click();
  await page.getByRole("menuitem", { name: what, exact: true }).click();
}

test("a locked pad is followed by everybody, and written in again without a reload", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  const bob = await together.opens("Bob");
  const nadia = await together.returnsAsFacilitator();
  await nadia.visits(together.path);
  await alice.types("Avant. ");
  await nadia.reads("Avant.");
  await expect(nadia.caretOf("Alice")).toBeVisible();

  await turnsLock(nadia);
  for (const guest of [alice, bob]) {
    await expect(guest.page.getByText(LOCKED)).toBeVisible();
    await expect(guest.page.getByText("L’animation vient de verrouiller")).toBeVisible();
    await expect(guest.page.getByRole("toolbar")).toHaveCount(0);
    await expect(guest.saving).toHaveText("lecture");
  }
  await expect(nadia.caretOf("Alice")).toHaveCount(0);
  await nadia.types("Pendant. ");
  for (const guest of [alice, bob])
    await expect(guest.page.getByRole("main")).toContainText("Avant. Pendant.");
  await isAccessible(alice, "locked");
  await isAccessible(nadia, "locked-facilitator");

  await nadia.page.getByRole("main").getByRole("button", { name: "Déverrouiller" }).click();
  await expect(alice.page.getByText(LOCKED)).toHaveCount(0);
  await expect(alice.page.getByRole("toolbar")).toBeVisible();
  await alice.types("Après.");
  for (const guest of [nadia, bob]) await guest.reads("Avant. Pendant. Après.");
  await alice.seesSaved();
});

test("what was written offline before the lock is kept, and sent once the pad is open again", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const { facilitator, pad } = together;
  const bob = await together.opens("Bob", "participant", {
    permissions: ["clipboard-read", "clipboard-write"],
  });
  await bob.types("Avant. ");
  await bob.seesSaved();
  await bob.isReadyForOffline();
  await bob.context.setOffline(true);
  await expect(bob.saving).toHaveText("hors ligne — tout est gardé ici");
  await bob.types("Hors ligne.");
  await facilitator.asks("PATCH", `/api/documents/${pad}`, { locked: true });
  await bob.context.setOffline(false);

  const notice = bob.page.getByRole("alert").filter({ hasText: "a verrouillé ce document" });
  await expect(notice).toBeVisible();
  await expect(bob.saving).toHaveText("pas accepté");
  expect(await facilitator.exports(pad, "txt")).not.toContain("Hors ligne.");
  await notice.getByRole("button", { name: "Copier le texte" }).click();
  await expect
    .poll(() => bob.page.evaluate(() => navigator.clipboard.readText()))
    .toContain("Hors ligne.");

  await facilitator.asks("PATCH", `/api/documents/${pad}`, { locked: false });
  await expect(notice).toHaveCount(0);
  await bob.seesSaved();
  await expect.poll(() => facilitator.exports(pad, "txt")).toContain("Avant. Hors ligne.");
});

test("the list of documents locks and shows it, to who facilitates with a menu, to the others with words", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const space = `/w/${together.workshop.id}`;
  const alice = await together.joins("Alice");
  await alice.visits(space);
  const nadia = await together.returnsAsFacilitator();
  await nadia.page.setViewportSize({ width: 360, height: 740 });
  await nadia.visits(space);
  await chooses(nadia, "Verrouiller");
  const link = alice.page.getByRole("main").getByRole("link", { name: PAD });
  await expect(link).toContainText("verrouillé");
  await expect(nadia.page.getByRole("main").getByRole("link", { name: PAD })).toContainText(
    "verrouillé",
  );
  await expect(alice.page.getByRole("button", { name: `Plus d’actions : ${PAD}` })).toHaveCount(0);
  await isNotWide(nadia);
  await isAccessible(alice, "locked-list");

  await chooses(nadia, "Déverrouiller");
  await expect(link).not.toContainText("verrouillé");
  await expect(alice.page.getByRole("button", { name: `Plus d’actions : ${PAD}` })).toBeVisible();
});
