// Deleting for good: a file from its card, a document while somebody is in it; what it takes to make room.
import { expect, type Locator } from "@playwright/test";
import { ActionPlan, card } from "./action-plan.ts";
import { test } from "./guarded.ts";
import type { Guest } from "./guest.ts";
import { isAccessible } from "./sound.ts";
import { PAD, Together } from "./together.ts";

const FILE = "certificat.txt";

test("a file attached by mistake is deleted by keyboard, and the others see it at once", async ({
  server,
  arrives,
}) => {
  const plan = await ActionPlan.prepares(server, arrives);
  const [awa, bob] = [await plan.joins("Awa"), await plan.joins("Bob")];
  const hers = await opensCard(awa);
  await attaches(awa, hers);
  const address = await hers.getByRole("link", { name: FILE }).getAttribute("href");
  const his = await opensCard(bob);
  await expect(his.getByRole("link", { name: FILE })).toBeVisible();
  await expect(his.getByRole("button", { name: `Supprimer : ${FILE}` })).toHaveCount(0);

  await hers.getByRole("button", { name: `Supprimer : ${FILE}` }).focus();
  await awa.page.keyboard.press("Enter");
  const asked = awa.page.getByRole("dialog", { name: "Supprimer ce fichier ?" });
  await expect(asked).toContainText("On ne peut pas revenir en arrière.");
  await isAccessible(awa, "file-deletion");
  await awa.page.keyboard.press("Escape");
  await expect(asked).toBeHidden();
  await awa.page.keyboard.press("Enter");
  await asked.getByRole("button", { name: "Supprimer définitivement" }).focus();
  await awa.page.keyboard.press("Enter");

  await expect(his.getByText("fichier supprimé")).toBeVisible();
  await expect(his.getByRole("link", { name: FILE })).toHaveCount(0);
  for (const { page, origin } of [awa, bob])
    expect((await page.request.get(`${origin}${address ?? ""}`)).status()).toBe(404);
  const line = hers.getByRole("button", { name: `Retirer : ${FILE}` });
  await expect(line).toBeFocused();
  await awa.page.keyboard.press("Enter");
  await expect(his.getByText(FILE)).toHaveCount(0);
});

test("who is in a document that is deleted reads by whom, and keeps nothing of it", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const bob = await together.opens("Bob");
  await bob.types("Ordre du jour. ");
  await bob.seesSaved();
  await bob.page.reload();
  await bob.reads("Ordre du jour.");
  await expect.poll(() => copies(bob, together.pad)).toBeGreaterThan(0);

  const nadia = await together.returnsAsFacilitator();
  await nadia.visits(`/w/${together.workshop.id}`);
  await nadia.page.getByRole("button", { name: `Plus d’actions : ${PAD}` }).click();
  await nadia.page.getByRole("menuitem", { name: "Ranger" }).click();
  await nadia.page.getByText("1 document rangé").click();
  await nadia.page.getByRole("button", { name: `Supprimer : ${PAD}` }).click();
  const asked = nadia.page.getByRole("dialog", { name: `Supprimer « ${PAD} » ?` });
  await expect(asked).toContainText("avec son historique");
  await isAccessible(nadia, "document-deletion");
  await asked.getByRole("button", { name: "Supprimer définitivement" }).click();
  await expect(asked).toBeHidden();
  await expect(nadia.page.getByText("1 document rangé")).toBeHidden();

  const told = bob.page.getByRole("heading", { name: `« ${PAD} » a été supprimé` });
  await expect(told).toBeVisible();
  await expect(bob.page.getByText("Par Nadia")).toBeVisible();
  await expect.poll(() => copies(bob, together.pad)).toBe(0);
  await isAccessible(bob, "deleted-document");
  await bob.page.reload();
  await expect(bob.page.getByRole("heading", { name: "a été supprimé" })).toBeVisible();
  await expect(bob.page.getByText("Ordre du jour.")).toHaveCount(0);
});

test("what was written offline in a deleted document stays until one has seen it", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const bob = await together.opens("Bob");
  await bob.types("Avant. ");
  await bob.seesSaved();
  await bob.context.setOffline(true);
  await bob.types("Pendant.");
  await expect(bob.saving).toHaveText("seulement sur cet appareil");
  const path = `/api/documents/${together.pad}`;
  await together.facilitator.asks("PATCH", path, { archived: true });
  await together.facilitator.asks("DELETE", path);
  await bob.context.setOffline(false);

  const notice = bob.page.getByRole("alert");
  await expect(notice).toContainText("Ce que vous veniez d’écrire n’est pas parti");
  await expect(notice).toContainText("Par Nadia");
  await expect(bob.page.getByText("Avant. Pendant.")).toBeVisible();
  await isAccessible(bob, "deleted-document-with-unsent-text");
  await bob.visits(`/w/${together.workshop.id}`);
  await bob.page.getByRole("link", { name: "Voir ce que j’avais écrit" }).click();
  await expect(bob.page.getByText("Avant. Pendant.")).toBeVisible();
  await bob.page.getByRole("button", { name: "Effacer de cet appareil" }).click();
  await expect(bob.page.getByRole("heading", { name: "a été supprimé" })).toBeVisible();
  await expect.poll(() => copies(bob, together.pad)).toBe(0);
});

test("the settings say what takes the room, and make some", async ({ server, arrives }) => {
  const plan = await ActionPlan.prepares(server, arrives);
  const awa = await plan.joins("Awa");
  await attaches(awa, await opensCard(awa));
  const nadia = await plan.together.returnsAsFacilitator();
  await nadia.visits(`/w/${plan.together.workshop.id}`);
  await nadia.page.getByRole("button", { name: "Réglages" }).click();
  const room = nadia.page.getByRole("region", { name: "Place occupée" });
  await expect(room.getByText("1 Ko sur 100 Mo")).toBeVisible();
  await expect(room.getByText("2 sur 500")).toBeVisible();
  await isAccessible(nadia, "room-taken");
  await room.getByRole("button", { name: `Supprimer : ${FILE}` }).click();
  const asked = nadia.page.getByRole("dialog", { name: "Supprimer ce fichier ?" });
  await asked.getByRole("button", { name: "Supprimer définitivement" }).click();
  await expect(room.getByText("0 Ko sur 100 Mo")).toBeVisible();
  await expect(awa.page.getByRole("dialog").getByText("fichier supprimé")).toBeVisible();
});

async function opensCard(guest: Guest): Promise<Locator> {
  await card(guest, "Faire le budget").click();
  return guest.page.getByRole("dialog", { name: "Faire le budget" });
}

async function attaches(guest: Guest, opened: Locator): Promise<void> {
  const choosing = guest.page.waitForEvent("filechooser");
  await opened.getByRole("button", { name: "Ajouter un fichier" }).click();
  const file = { name: FILE, mimeType: "text/plain", buffer: Buffer.from("secret") };
  await (await choosing).setFiles(file);
  await expect(opened.getByRole("link", { name: FILE })).toBeVisible();
}

/** How many pieces of a document this device keeps. */
function copies({ page }: Guest, document: string): Promise<number> {
  return page.evaluate(
    (id) =>
      new Promise<number>((resolve, reject) => {
        const request = indexedDB.open("atelier");
        request.onerror = () => {
          reject(new Error("no storage"));
        };
        request.onsuccess = () => {
          const database = request.result;
          const keys = database.transaction("documents").objectStore("documents").getAllKeys();
          keys.onsuccess = () => {
            database.close();
            resolve(keys.result.filter((key) => [key].flat().includes(id)).length);
          };
        };
      }),
    document,
  );
}
