// A workshop is closed for writing: everybody is told wherever they are, reads on, and what was written offline leaves afterwards.
import { expect } from "@playwright/test";
import { isNotWide } from "./fit.ts";
import { test } from "./guarded.ts";
import type { Guest } from "./guest.ts";
import { isAccessible } from "./sound.ts";
import { Together } from "./together.ts";

const closed = ({ page }: Guest) =>
  page.getByRole("main").getByText(/^L’atelier est fermé à l’écriture/);

test("a facilitator closes the whole workshop for writing, and opens it again", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  const bob = await together.joins("Bob", "participant", { viewport: { width: 360, height: 720 } });
  await bob.visits(`/w/${together.workshop.id}`);
  const creates = bob.page.getByRole("button", { name: "Créer un document" });
  await expect(creates).toBeVisible();
  const nadia = await together.returnsAsFacilitator();
  await nadia.visits(`/w/${together.workshop.id}`);
  await nadia.page.getByRole("button", { name: "Fermer l’écriture" }).click();
  for (const guest of [alice, bob]) {
    await expect(closed(guest)).toBeVisible();
    await expect(guest.page.getByText("L’animation vient de fermer l’écriture")).toBeVisible();
  }
  await expect(alice.page.getByRole("toolbar")).toHaveCount(0);
  await expect(alice.saving).toHaveText("lecture");
  await expect(creates).toHaveCount(0);
  await isNotWide(bob);
  await isAccessible(alice, "closed-for-writing");
  await isAccessible(nadia, "closed-for-writing-facilitator");
  await nadia.opensPad("Compte rendu");
  await nadia.types("Pendant la pause. ");
  await expect(alice.page.getByRole("main")).toContainText("Pendant la pause.");

  const main = nadia.page.getByRole("main");
  await main.getByRole("button", { name: "Rouvrir l’écriture" }).click();
  await expect(closed(alice)).toHaveCount(0);
  await expect(alice.page.getByRole("toolbar")).toBeVisible();
  await alice.types("Après. ");
  await nadia.reads("Après.");
  await alice.seesSaved();
  await expect(creates).toBeVisible();
});

test("what was written offline while it was closed leaves once it is open", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const { facilitator, pad, workshop } = together;
  const bob = await together.opens("Bob");
  await bob.types("Avant. ");
  await bob.seesSaved();
  await bob.isReadyForOffline();
  await bob.context.setOffline(true);
  await expect(bob.saving).toHaveText("hors ligne — tout est gardé ici");
  await bob.types("Hors ligne.");
  await facilitator.asks("PATCH", `/api/spaces/${workshop.id}`, { locked: true });
  await bob.context.setOffline(false);
  await expect(closed(bob)).toBeVisible();
  await expect(bob.saving).toHaveText("pas accepté");
  expect(await facilitator.exports(pad, "txt")).not.toContain("Hors ligne.");
  await facilitator.asks("PATCH", `/api/spaces/${workshop.id}`, { locked: false });
  await bob.seesSaved();
  await expect.poll(() => facilitator.exports(pad, "txt")).toContain("Avant. Hors ligne.");
});
