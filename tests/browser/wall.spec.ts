// A wall of notes among several people: hidden until the reveal, looked through, put together, and what became of it.
import { type BrowserContextOptions, expect } from "@playwright/test";
import { Finger } from "./finger.ts";
import { fits } from "./fit.ts";
import { test } from "./guarded.ts";
import type { Guest } from "./guest.ts";
import { asksNote, field, note, writes } from "./kinds/wall.ts";
import { isAccessible } from "./sound.ts";
import { Together } from "./together.ts";

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const TITLE = "Nos attentes";
const VOTE = "Contenus du jour";
const BRINGS = "Ce que j’apporte";

type Arrives = Parameters<typeof Together.prepares>[1];
type Rules = { named: boolean; hidden: boolean; moderated: boolean };

/** People around a wall, and the facilitator, all with it open. */
async function around(
  server: Parameters<typeof Together.prepares>[0],
  arrives: Arrives,
  devices: readonly BrowserContextOptions[],
  rules?: Rules,
): Promise<{ nadia: Guest; guests: Guest[] }> {
  const together = await Together.prepares(server, arrives);
  const { facilitator, workshop } = together;
  const body = { kind: "wall", title: TITLE };
  const made = await facilitator.asks("POST", `/api/spaces/${workshop.id}/documents`, body);
  const { id } = (await made.json()) as { id: string };
  const vote = { kind: "vote", title: VOTE };
  await facilitator.asks("POST", `/api/spaces/${workshop.id}/documents`, vote);
  if (rules) await facilitator.asks("POST", `/api/walls/${id}/announce`, rules);
  const nadia = await together.returnsAsFacilitator();
  const guests: Guest[] = [];
  for (const [at, device] of devices.entries())
    guests.push(await together.joins(`Personne ${at}`, "participant", device));
  for (const guest of [nadia, ...guests]) {
    await guest.visits(`/w/${workshop.id}/${id}`);
    await expect(guest.page.getByRole("heading", { name: BRINGS })).toBeVisible();
  }
  return { nadia, guests };
}

/** Presses a button that opens a window, and the one in it that does it. */
async function does({ page }: Guest, name: string, verb = name): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: verb, exact: true }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
}

/** Everything that reaches a page: over its socket, and as answers to what it asks. */
function hears({ page }: Guest): () => Promise<string> {
  const told: Promise<string>[] = [];
  page.on("websocket", (socket) =>
    socket.on("framereceived", ({ payload }) => told.push(Promise.resolve(payload.toString()))),
  );
  page.on("response", (response) => {
    if (response.url().includes("/api/")) told.push(response.text().catch(() => ""));
  });
  return async () => (await Promise.all(told)).join("\n");
}

async function middleOf(guest: Guest, text: string): Promise<{ x: number; y: number }> {
  const { x, y, width, height } = (await note(guest, text).boundingBox()) ?? {
    ...{ x: 0, y: 0, width: 0, height: 0 },
  };
  return { x: x + width / 2, y: y + height / 2 };
}

const group = ({ page }: Guest, name: string) => page.getByRole("region", { name, exact: true });

test("what is hidden is nobody else's until the reveal, and without names afterwards", async ({
  server,
  arrives,
}) => {
  const { nadia, guests } = await around(server, arrives, [{}, PHONE]);
  const [alice, bob] = guests as [Guest, Guest];
  for (const guest of guests)
    await expect(guest.page.getByText(/^Le mur n’est pas encore ouvert/)).toBeVisible();
  const told = hears(bob);
  await bob.page.reload();
  await isAccessible(nadia, "wall-preparing");
  await nadia.page.getByRole("button", { name: "Ouvrir le mur" }).click();
  await nadia.page.getByRole("radio", { name: "Sans noms" }).check();
  await isAccessible(nadia, "wall-announce");
  await nadia.page.getByRole("dialog").getByRole("button", { name: "Ouvrir", exact: true }).click();
  await expect(bob.page.getByText("Sans noms : personne ne saura qui a écrit quoi.")).toBeVisible();

  await field(alice).fill("Apprendre à écrire ensemble");
  await field(alice).press("Enter");
  await expect(field(alice)).toBeFocused();
  await expect(field(alice)).toHaveValue("");
  await alice.page.keyboard.type("Repartir avec un plan");
  await alice.page.keyboard.press("Enter");
  await writes(bob, "Un vidéoprojecteur", BRINGS);
  await alice.seesSaved();
  for (const guest of [alice, bob, nadia])
    await expect(guest.page.getByText("3 notes écrites, cachées jusqu’à la")).toBeVisible();
  await expect(note(alice, "Repartir")).toContainText("Cachée, visible par vous seul·e");
  for (const guest of [bob, nadia]) await expect(note(guest, "Apprendre")).toHaveCount(0);
  expect(await told()).not.toContain("Apprendre");
  await isAccessible(alice, "wall-hidden");
  await fits(bob);

  await does(nadia, "Révéler les notes");
  for (const guest of [alice, bob, nadia])
    for (const text of ["Apprendre", "Repartir", "Un vidéoprojecteur"])
      await expect(note(guest, text)).toHaveCount(1);
  await expect(note(bob, "Apprendre")).not.toContainText("Personne 0");
  await expect(note(alice, "Apprendre")).toContainText("Votre note");
  await asksNote(alice, "Repartir avec un plan", "Retirer ma note");
  await expect(note(nadia, "Repartir")).toHaveCount(0);
  await isAccessible(nadia, "wall-revealed");
});

test("notes are put together with a menu and a mouse, named, and taken apart", async ({
  server,
  arrives,
}) => {
  const rules = { named: true, hidden: false, moderated: false };
  const { nadia, guests } = await around(server, arrives, [{}], rules);
  const [bob] = guests as [Guest];
  for (const text of ["Écrire", "Dessiner", "Compter"]) await writes(nadia, text);
  await writes(bob, "Voter", BRINGS);
  await expect(note(nadia, "Voter")).toContainText("Personne 0");

  await asksNote(bob, "Dessiner", "Mettre avec…");
  const dialog = bob.page.getByRole("dialog");
  await dialog.getByLabel("Avec quelle note, ou quel groupe").selectOption("Écrire");
  await dialog.getByRole("button", { name: "Mettre ensemble" }).click();
  await bob.page.getByRole("button", { name: "Actions pour le groupe Groupe sans nom" }).click();
  await bob.page.getByRole("menuitem", { name: "Nommer le groupe" }).click();
  await dialog.getByLabel("Nom du groupe").fill("Créer");
  await dialog.getByRole("button", { name: "Enregistrer" }).click();
  await expect(group(nadia, "Créer").getByRole("article")).toHaveCount(2);

  const { mouse } = nadia.page;
  await expect(note(nadia, "Voter")).toBeVisible();
  const from = await middleOf(nadia, "Voter");
  const to = await middleOf(nadia, "Compter");
  await mouse.move(from.x, from.y);
  await mouse.down();
  await mouse.move(to.x, to.y, { steps: 8 });
  await mouse.up();
  const unnamed = group(bob, "Groupe sans nom");
  await expect(unnamed.getByRole("article")).toHaveCount(2);
  await isAccessible(nadia, "wall-grouped");
  await nadia.page.getByRole("button", { name: "Actions pour le groupe Créer" }).click();
  await nadia.page.getByRole("menuitem", { name: "En faire une brique" }).click();
  await isAccessible(nadia, "wall-brick");
  await nadia.page.getByRole("dialog").getByRole("button", { name: "Créer la brique" }).click();
  await asksNote(bob, "Voter", "Sortir du groupe");
  await expect(group(nadia, "Groupe sans nom").getByRole("article")).toHaveCount(1);
  await expect(note(nadia, "Voter")).toHaveCount(1);
  await group(bob, "Créer")
    .getByRole("link", { name: /^Brique du vote/ })
    .click();
  await expect(bob.page.getByText("Créer", { exact: true }).first()).toBeVisible();
  await expect(bob.page.getByText(/^Du mur/).first()).toContainText("Dessiner");
});

test("a finger puts notes together on a phone", async ({ server, arrives }) => {
  const rules = { named: false, hidden: false, moderated: false };
  const { guests } = await around(server, arrives, [PHONE], rules);
  const [awa] = guests as [Guest];
  for (const text of ["Écrire", "Dessiner"]) await writes(awa, text);
  await fits(awa);
  await note(awa, "Écrire").scrollIntoViewIfNeeded();
  const finger = await Finger.of(awa);
  const from = await middleOf(awa, "Écrire");
  await finger.presses(from);
  await expect(awa.page.locator(".ghost")).toBeVisible();
  await finger.slides(from, await middleOf(awa, "Dessiner"));
  await finger.lifts();
  await expect(group(awa, "Groupe sans nom").getByRole("article")).toHaveCount(2);
});

test("a facilitator looks through notes, and who wrote them is told", async ({
  server,
  arrives,
}) => {
  const rules = { named: true, hidden: false, moderated: true };
  const { nadia, guests } = await around(server, arrives, [{}, {}], rules);
  const [alice, bob] = guests as [Guest, Guest];
  await writes(alice, "Rire");
  await writes(alice, "Partir tôt");
  await expect(note(alice, "Rire")).toContainText("En attente de relecture");
  const queue = nadia.page.getByRole("region", { name: "À relire : 2 notes" });
  await expect(queue).toContainText("Personne 0");
  await isAccessible(nadia, "wall-queue");
  await expect(note(bob, "Rire")).toHaveCount(0);
  const waiting = nadia.page.getByRole("listitem");
  await waiting.filter({ hasText: "Partir tôt" }).getByText("Ne pas retenir").click();
  await expect(alice.page.getByText(/^L’animation n’a pas retenu/)).toBeVisible();
  await waiting.filter({ hasText: "Rire" }).getByText("Accepter", { exact: true }).click();
  await expect(note(bob, "Rire")).toBeVisible();
  await expect(alice.page.getByText("Votre note est affichée sur le mur.")).toBeVisible();

  await asksNote(alice, "Partir tôt", "Changer le texte");
  const dialog = alice.page.getByRole("dialog");
  await dialog.getByLabel("Texte de la note").fill("Finir à l’heure");
  await dialog.getByRole("button", { name: "Enregistrer" }).click();
  await nadia.page.getByRole("button", { name: "Accepter", exact: true }).click();
  await expect(note(bob, "Finir à l’heure")).toBeVisible();
  await asksNote(nadia, "Rire", "Retirer du mur");
  await expect(note(bob, "Rire")).toHaveCount(0);
});

test("a note written offline outlives the page, and is sent when the network is back", async ({
  server,
  arrives,
}) => {
  const rules = { named: false, hidden: false, moderated: false };
  const { nadia, guests } = await around(server, arrives, [{}], rules);
  const [alice] = guests as [Guest];
  await alice.seesSaved();
  await alice.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await alice.context.setOffline(true);
  await writes(alice, "Écrite hors ligne");
  await expect(note(alice, "Écrite hors ligne")).toContainText("Pas encore envoyée");
  await alice.page.reload();
  await expect(note(alice, "Écrite hors ligne")).toContainText("Pas encore envoyée");
  await expect(note(nadia, "Écrite hors ligne")).toHaveCount(0);
  await alice.context.setOffline(false);
  await expect(note(nadia, "Écrite hors ligne")).toBeVisible();
  await alice.seesSaved();
  await expect(note(alice, "Écrite hors ligne")).toHaveCount(1);
});

test("at the end everybody says what became of it, and only sums are shown", async ({
  server,
  arrives,
}) => {
  const rules = { named: false, hidden: false, moderated: false };
  const { nadia, guests } = await around(server, arrives, [{}, {}, PHONE], rules);
  for (const [at, guest] of guests.entries()) await writes(guest, `Attente de ${at}`);
  await does(nadia, "Faire le point");
  for (const [at, guest] of guests.entries()) {
    const own = guest.page.getByRole("group", { name: `Attente de ${at}` });
    await expect(guest.page.getByRole("group", { name: /^Attente de/ })).toHaveCount(1);
    await own.getByRole("radio", { name: at === 0 ? "En partie" : "Satisfaite" }).check();
  }
  await expect(nadia.page.getByText("3 réponses pour 3 notes")).toBeVisible();
  const [alice, , awa] = guests as [Guest, Guest, Guest];
  await isAccessible(alice, "wall-closing");
  await fits(awa);
  await does(nadia, "Terminer le mur");
  for (const guest of [nadia, ...guests]) {
    const sums = guest.page.getByRole("region", { name: "Ce que sont devenues les attentes" });
    await expect(sums).toContainText(/2\s*Satisfaites|Satisfaites\s*2/);
    await expect(note(guest, "Attente de 1")).toBeVisible();
    await expect(guest.page.getByText("Votre note")).toHaveCount(0);
  }
  await isAccessible(nadia, "wall-ended");
});
