// Takes the pictures of the guide's chapter on pads: `npm run pictures`. The room, its people and what they write are made up.
import { expect } from "@playwright/test";
import type { Guest } from "../browser/guest.ts";
import { chooses, Past } from "../browser/past.ts";
import { Together } from "../browser/together.ts";
import { NARROW, Studio, taken } from "./studio.ts";

const LINES = [
  "# Fête de quartier",
  "Samedi 12 juin, place des Lilas, de 15 h à 22 h. ",
  "## Ce qu’il reste à faire",
  "- Demander l’autorisation à la mairie",
  "Réserver les tables et les bancs",
  "Prévenir la presse locale",
];
const MINUTES = {
  name: "compte-rendu.html",
  mimeType: "text/html",
  buffer: Buffer.from(
    "<title>Réunion du 3 mars</title><h1>Réunion du 3 mars</h1><h2>Présents</h2><ul><li>Ana</li><li>Bilal</li></ul>" +
      "<h2>Décisions</h2><p>La fête aura lieu <b>le 12 juin</b>.</p><table><tr><th>Qui</th><th>Quoi</th></tr><tr><td>Ana</td><td>la mairie</td></tr></table><img alt='Plan de la place'>",
  ),
};

await Studio.during(async ({ server, arrives }) => {
  const together = await Together.prepares(server, arrives);
  const zoe = await together.opens("Zoé");
  const bilal = await together.opens("Bilal");
  await writes(zoe, LINES);
  await bilal.reads("Prévenir la presse locale");
  await writes(bilal, ["", "Trouver un groupe de musique"]);
  await zoe.reads("Trouver un groupe de musique");

  await chooses(zoe, "Couleurs des auteurs et autrices");
  await expect(zoe.editor.getByTitle("Bilal", { exact: true }).first()).toBeVisible();
  await taken(zoe, "pad-authors");
  await chooses(zoe, "Couleurs des auteurs et autrices");

  await zoe.types("");
  await zoe.page.keyboard.press("Enter");
  await zoe.page.keyboard.type("/");
  await expect(zoe.page.getByRole("listbox")).toBeVisible();
  await taken(zoe, "pad-insert");
  await zoe.page.keyboard.press("Escape");
  await expect(zoe.page.getByRole("listbox")).toBeHidden();
  await zoe.types("");
  for (let press = 0; press < 3; press++) await zoe.page.keyboard.press("Backspace");

  for (let letter = 0; letter < "musique".length; letter++)
    await zoe.page.keyboard.press("Shift+ArrowLeft");
  await zoe.page.keyboard.press("ControlOrMeta+Alt+m");
  await zoe.page.getByLabel("Votre commentaire").fill("La fanfare de l’an dernier ?");
  await zoe.page.keyboard.press("ControlOrMeta+Enter");
  await bilal.editor.locator("mark.commented").click();
  const thread = bilal.page.getByRole("article").filter({ hasText: "La fanfare" });
  await thread.getByLabel("Votre réponse").fill("Je les appelle demain.");
  await thread.getByRole("button", { name: "Répondre" }).click();
  await expect(zoe.page.getByText("Je les appelle demain.")).toBeVisible();
  await taken(zoe, "pad-comments");
  await zoe.page.keyboard.press("Escape");

  const past = await Past.opens(zoe);
  await past.compares("le début");
  await expect(past.text.getByRole("insertion").first()).toBeVisible();
  await taken(zoe, "pad-history");

  const phone = await together.joins("Inès", "participant", { viewport: NARROW });
  await phone.visits(together.path);
  await phone.reads("Trouver un groupe");
  await taken(phone, "pad-phone");

  await zoe.visits(`/w/${together.workshop.id}`);
  await zoe.page.getByRole("button", { name: "Autres actions sur les documents" }).click();
  await zoe.page.getByRole("menuitem", { name: "Importer un texte" }).click();
  await zoe.page.getByLabel(/^Fichier/).setInputFiles(MINUTES);
  await expect(zoe.page.getByRole("region", { name: /^Aperçu/ })).toBeVisible();
  await taken(zoe, "pad-import");
});

async function writes(guest: Guest, lines: readonly string[]): Promise<void> {
  for (const [number, line] of lines.entries()) {
    if (number > 0) await guest.page.keyboard.press("Enter");
    await guest.types(line);
  }
}
