// Somebody loses a right: the window says what it means, and changes the ways in with it when asked to.
import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "@playwright/test";
import { test } from "./guarded.ts";
import type { Guest } from "./guest.ts";
import { Together } from "./together.ts";

const NEW_LINKS = "Changer aussi les liens d’invitation et le code";

async function asks(guest: Guest, name: string, what: string): Promise<void> {
  await guest.page.getByRole("button", { name: `Actions pour ${name}` }).click();
  await guest.page.getByRole("menuitem", { name: what }).click();
}

/** Nothing stands beside the screen of a phone, and nothing is out of reach of anybody. */
async function isFair(guest: Guest): Promise<void> {
  expect(await guest.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
    360,
  );
  const { violations } = await new AxeBuilder({ page: guest.page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
}

test("whoever is removed with the links does not come back by any of them", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const page = `/w/${together.workshop.id}`;
  const alice = await together.joins("Alice");
  const bob = await together.joins("Bob");
  await Promise.all([alice.visits(page), bob.visits(page)]);
  const nadia = await together.returnsAsFacilitator();
  await nadia.page.setViewportSize({ width: 360, height: 740 });
  await nadia.visits(page);
  // Whoever comes changes their place in the list.
  await expect(nadia.page.getByText("3 personnes sont là")).toBeVisible();

  await asks(nadia, "Alice", "Retirer de l’atelier");
  const dialog = nadia.page.getByRole("dialog", { name: "Retirer Alice ?" });
  const box = dialog.getByRole("checkbox", { name: NEW_LINKS });
  await expect(box).not.toBeChecked();
  await expect(dialog.getByText("Les personnes déjà là restent.")).toBeVisible();
  await isFair(nadia);
  await box.focus();
  await nadia.page.keyboard.press("Space");
  await nadia.page.keyboard.press("Tab");
  await nadia.page.keyboard.press("Tab");
  await nadia.page.keyboard.press("Enter");
  await expect(
    nadia.page.getByText("Alice n’est plus dans l’atelier. Les liens et le code ont changé."),
  ).toBeVisible();
  await expect(alice.page.getByText("Cet atelier n’est plus ouvert")).toBeVisible();
  await expect(bob.page.getByText("Alice", { exact: true })).toBeHidden();

  for (const way of [
    together.workshop.links.participant,
    `${server.url}/join#${together.workshop.code}`,
  ]) {
    const stranger = await together.isNew();
    await stranger.page.goto(way);
    await expect(stranger.page.getByRole("main")).toContainText("n’ouvre");
  }
  await nadia.page.getByRole("banner").getByRole("button", { name: "Inviter" }).click();
  const invite = nadia.page.getByRole("dialog");
  await expect(invite.getByText(/^Code [a-z]{4}-[a-z]{4}-\d{3}$/)).toBeVisible();
  await expect(invite.getByText(together.workshop.code)).toBeHidden();
});

test("whoever no longer facilitates is asked about first, and the links with it", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const page = `/w/${together.workshop.id}`;
  const omar = await together.joins("Omar", "facilitator");
  await omar.visits(page);
  const nadia = await together.returnsAsFacilitator();
  await nadia.visits(page);
  await expect(nadia.page.getByText("2 personnes sont là")).toBeVisible();
  await asks(nadia, "Omar", "Laisser écrire");
  const dialog = nadia.page.getByRole("dialog", { name: "Donner moins de droits à Omar ?" });
  await expect(dialog.getByRole("checkbox", { name: NEW_LINKS })).toBeChecked();
  await dialog.getByRole("button", { name: "Annuler" }).click();
  await expect(nadia.page.getByRole("button", { name: "Actions pour Omar" })).toBeFocused();

  await asks(nadia, "Omar", "Laisser écrire");
  await dialog.getByRole("button", { name: "Laisser écrire" }).click();
  await expect(
    nadia.page.getByText("C’est changé. Les liens et le code ont changé."),
  ).toBeVisible();
  await expect(omar.page.getByRole("button", { name: "Actions pour Nadia" })).toBeHidden();
  const again = await together.isNew();
  await again.page.goto(together.workshop.links.facilitator);
  await expect(again.page.getByRole("main")).toContainText("n’ouvre");

  await asks(nadia, "Omar", "Confier l’animation");
  await expect(nadia.page.getByRole("dialog")).toBeHidden();
  await expect(omar.page.getByRole("button", { name: "Actions pour Nadia" })).toBeVisible();
});
