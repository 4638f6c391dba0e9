// Takes the pictures of the guide's chapters on the day: `npm run pictures`. The room and its people are made up.
import { expect } from "@playwright/test";
import type { Guest } from "../browser/guest.ts";
import { sends, state } from "../browser/kinds/round.ts";
import { field, note, writes } from "../browser/kinds/wall.ts";
import { Together } from "../browser/together.ts";
import { Studio, taken } from "./studio.ts";

const MOODS = [
  ["Zoé", "Grand soleil", "Contente d’être là"],
  ["Bilal", "Éclaircies", "Un peu tôt"],
  ["Inès", "Grand soleil", "Curieuse"],
] as const;

await Studio.during(async ({ server, arrives }) => {
  const together = await Together.prepares(server, arrives);
  const nadia = await together.returnsAsFacilitator();
  const guests: Guest[] = [];
  for (const [name] of MOODS) guests.push(await together.joins(name));
  await talks(together, guests);
  await conducts(together, nadia);
  await gathers(together, nadia, guests);
  await asks(together, nadia, guests);
});

/** Makes a document through the API; answers its id. */
async function made({ facilitator, workshop }: Together, body: object): Promise<string> {
  const answer = await facilitator.asks("POST", `/api/spaces/${workshop.id}/documents`, body);
  return ((await answer.json()) as { id: string }).id;
}

async function talks(together: Together, [zoe, bilal]: readonly Guest[]): Promise<void> {
  if (!zoe || !bilal) throw new Error("nobody came");
  for (const guest of [zoe, bilal]) {
    await guest.visits(together.path);
    await guest.page.getByRole("button", { name: /^Discussion/, expanded: false }).click();
  }
  await zoe.types("Bilan de la matinée");
  await says(zoe, "Qui relit le premier paragraphe ?");
  await says(bilal, "Moi, après la pause.");
  await says(zoe, "Merci ! Le lien : https://example.org/notes");
  await taken(zoe, "chat");
  for (const { page } of [zoe, bilal])
    await page.getByRole("button", { name: /^Discussion/, expanded: true }).click();
}

async function says({ page }: Guest, said: string): Promise<void> {
  await page.getByLabel("Votre message").fill(said);
  await page.getByLabel("Votre message").press("Enter");
  await expect(page.getByRole("article").filter({ hasText: said })).toBeVisible();
}

async function conducts(together: Together, nadia: Guest): Promise<void> {
  const { facilitator, workshop } = together;
  const agenda = await made(together, { kind: "agenda", title: "Déroulé", template: "two-days" });
  const path = `/api/spaces/${workshop.id}/conduct`;
  for (const deed of [
    { type: "follow", agenda },
    { type: "start", step: "s1-1", offset: 60 },
  ]) {
    const { revision } = (await (await facilitator.asks("GET", path)).json()) as {
      revision: number;
    };
    expect((await facilitator.asks("POST", path, { from: revision, deed })).status).toBe(200);
  }
  await nadia.visits(`/w/${workshop.id}/${agenda}`);
  await expect(nadia.page.getByRole("region", { name: "Animation" })).toBeVisible();
  await taken(nadia, "conduct");
}

async function gathers(
  together: Together,
  nadia: Guest,
  [zoe, bilal, ines]: readonly Guest[],
): Promise<void> {
  if (!zoe || !bilal || !ines) throw new Error("nobody came");
  const wall = await made(together, { kind: "wall", title: "Nos attentes" });
  const rules = { named: true, hidden: false, moderated: false };
  await together.facilitator.asks("POST", `/api/walls/${wall}/announce`, rules);
  for (const guest of [zoe, bilal, ines]) {
    await guest.visits(`/w/${together.workshop.id}/${wall}`);
    await expect(field(guest)).toBeVisible();
  }
  await writes(zoe, "Choisir un outil pour nos plannings");
  await writes(bilal, "Savoir où vont nos données");
  await writes(ines, "Écrire à plusieurs sans s’envoyer dix versions");
  await writes(zoe, "Dix ans de tableurs partagés", "Ce que j’apporte");
  await nadia.visits(`/w/${together.workshop.id}/${wall}`);
  await expect(note(nadia, "Dix ans de tableurs")).toBeVisible();
  await taken(nadia, "wall");
}

async function asks(together: Together, nadia: Guest, guests: readonly Guest[]): Promise<void> {
  const round = await made(together, { kind: "round", title: "Météo du matin" });
  await together.facilitator.asks("POST", `/api/rounds/${round}/askings`, { name: "" });
  for (const [at, [, mood, word]] of MOODS.entries()) {
    const guest = guests[at];
    if (!guest) throw new Error("nobody came");
    await guest.visits(`/w/${together.workshop.id}/${round}`);
    await state(guest, mood).click();
    await guest.page.getByRole("textbox", { name: /^Un mot ou une phrase/ }).fill(word);
    await sends(guest).click();
    await expect(guest.page.getByText(`Votre réponse : ${mood}`)).toBeVisible();
  }
  await nadia.visits(`/w/${together.workshop.id}/${round}`);
  const reveal = { name: "Révéler les réponses", exact: true };
  await nadia.page.getByRole("button", reveal).click();
  await nadia.page.getByRole("dialog").getByRole("button", reveal).click();
  await expect(nadia.page.getByRole("region", { name: "Les réponses" })).toBeVisible();
  await taken(nadia, "round");
}
