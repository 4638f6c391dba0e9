// A person gives a program access: the key is shown once, and opens nothing once it is revoked.
import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "@playwright/test";
import { test } from "./guarded.ts";
import { Together } from "./together.ts";

test("a key is made for a program, shown once, seen as used, and revoked", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const viewport = { width: 360, height: 740 };
  const alice = await together.joins("Alice", "participant", { viewport });
  const { page } = alice;
  const { keyboard } = page;
  await alice.visits(`/w/${together.workshop.id}`);
  await page.getByRole("button", { name: "Accès pour programmes" }).focus();
  await keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Accès pour programmes" });
  await expect(dialog.getByText("Aucune clé pour l’instant")).toBeVisible();
  await dialog.getByLabel("Nom du programme").fill("Sauvegarde du soir");
  await dialog.getByLabel("Lire et écrire").check();
  await keyboard.press("Enter");
  const shown = dialog.getByLabel("Clé de « Sauvegarde du soir »");
  await expect(shown).toBeFocused();
  const secret = await shown.inputValue();
  await expect(dialog.getByText("Lire et écrire · jamais utilisée")).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  const inside = await dialog.boundingBox();
  const key = await shown.locator("xpath=../..").boundingBox();
  expect((key?.x ?? 0) + (key?.width ?? 0)).toBeLessThan(
    (inside?.x ?? 0) + (inside?.width ?? 0) - 8,
  );
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);

  const asks = async (): Promise<number> => {
    const headers = { authorization: `Bearer ${secret}` };
    const space = `${server.url}/api/spaces/${together.workshop.id}`;
    return (await fetch(space, { headers })).status;
  };
  expect(await asks()).toBe(200);

  await keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Accès pour programmes" })).toBeFocused();
  await keyboard.press("Enter");
  await expect(dialog.getByText(/^Lire et écrire · utilisée le /)).toBeVisible();
  await expect(dialog.getByText(secret)).toHaveCount(0);
  await expect(dialog.getByLabel("Clé de « Sauvegarde du soir »")).toHaveCount(0);
  await dialog.getByRole("button", { name: "Retirer la clé : Sauvegarde du soir" }).click();
  await expect(page.getByText("La clé de « Sauvegarde du soir » n’ouvre plus rien.")).toBeVisible();
  await expect(dialog.getByText("Aucune clé pour l’instant")).toBeVisible();
  expect(await asks()).toBe(401);
});
