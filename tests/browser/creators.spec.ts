// Who may make workshops: with the code of the host one opens one, without it one is told; where nobody may, a sentence.
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect } from "@playwright/test";
import { binary } from "../world/binary.ts";
import { test } from "./guarded.ts";
import { isSound } from "./sound.ts";

const CODE = "lilas-2026";
const NOBODY = /^Sur ce serveur, on ne crée ni atelier ni structure/;

test.describe("with a code", () => {
  // An option that is a list is given with what it is an option of.
  test.use({ options: [["--creation", "code", "--creation-code", CODE], { scope: "test" }] });

  test("the code of the host opens a workshop, a structure, and the door for an archive", async ({
    server,
    arrives,
  }) => {
    const nadia = await arrives();
    await nadia.visits("/");
    const door = nadia.page.getByRole("region", { name: "Animer un atelier" });
    await expect(door.getByLabel("Code de l’hébergeur")).toBeVisible();
    await isSound(nadia, "home-with-host-code");
    await door.getByLabel("Titre de l’atelier").fill("Lilas");
    await door.getByLabel("Code de l’hébergeur").fill("lilas-2025");
    await door.getByRole("button", { name: "Ouvrir l’atelier" }).click();
    await expect(door.getByText("Ce n’est pas le code de l’hébergeur")).toBeVisible();
    await door.getByLabel("Code de l’hébergeur").fill(CODE);
    await door.getByRole("button", { name: "Ouvrir l’atelier" }).click();
    await expect(nadia.page.getByRole("heading", { level: 1, name: "Lilas" })).toBeVisible();

    await nadia.page
      .getByRole("button", { name: "Créer le plan d’action de ma structure" })
      .click();
    const fromWorkshop = nadia.page.getByRole("dialog");
    await expect(fromWorkshop.getByLabel("Nom de la structure")).toBeVisible();
    await expect(fromWorkshop.getByLabel("Code de l’hébergeur")).toBeHidden();

    await nadia.visits("/");
    await nadia.page.getByRole("button", { name: "Créer un plan d’action" }).click();
    const alone = nadia.page.getByRole("dialog");
    await alone.getByLabel("Nom de la structure").fill("La Ruche");
    await alone.getByLabel("Votre prénom").fill("Nadia");
    await alone.getByLabel("Code de l’hébergeur").fill(CODE);
    await alone.getByRole("button", { name: "Créer le plan d’action" }).click();
    await expect(
      nadia.page.getByRole("heading", { level: 1, name: "Plan d’action" }),
    ).toBeVisible();

    await nadia.visits("/");
    const file = fileURLToPath(import.meta.url);
    await nadia.page.getByLabel("Ouvrir une archive").setInputFiles(file);
    const archive = nadia.page.getByRole("dialog");
    await archive.getByLabel("Votre prénom").fill("Nadia");
    await archive.getByLabel("Code de l’hébergeur").fill("wrong-code");
    await archive.getByRole("button", { name: "Ouvrir l’archive" }).click();
    await expect(archive.getByRole("alert")).toContainText("code de l’hébergeur");
    expect(server.log).not.toContain(CODE);
  });
});

test.describe("with nobody", () => {
  test.use({ options: [["--creation", "nobody"], { scope: "test" }] });

  test("the first page says that nothing is made here, and people still come in", async ({
    arrives,
  }) => {
    const nadia = await arrives();
    await nadia.visits("/");
    const door = nadia.page.getByRole("region", { name: "Animer un atelier" });
    await expect(door.getByText(NOBODY)).toBeVisible();
    await expect(door.getByRole("textbox")).toHaveCount(0);
    await expect(nadia.page.getByRole("button", { name: "Ouvrir une archive" })).toBeHidden();
    await expect(nadia.page.getByLabel("Code de l’atelier")).toBeVisible();
    await isSound(nadia, "home-without-creation");
  });
});

test("who is in a workshop when its host closes it is told so, and comes in again when it is opened", async ({
  server,
  arrives,
}) => {
  const nadia = await arrives();
  await nadia.opensWorkshop("Lilas", "Nadia");
  const { pathname } = new URL(nadia.page.url());
  const id = pathname.split("/").at(-1) ?? "";
  const host = async (word: string): Promise<void> => {
    await promisify(execFile)(binary(), ["spaces", word, id, "--data", server.data]);
  };
  await host("close");
  await expect(nadia.page.getByRole("heading", { name: "Cet espace est fermé" })).toBeVisible();
  await expect(nadia.page.getByText("La personne qui héberge ce serveur")).toBeVisible();
  await isSound(nadia, "space-closed");
  await host("open");
  await nadia.page.getByRole("button", { name: "Recommencer" }).click();
  await expect(nadia.page.getByRole("heading", { level: 1, name: "Lilas" })).toBeVisible();
});
