// A round among several people: nothing is shown before the reveal, then all of it at once.
import { expect, type Page } from "@playwright/test";
import { test } from "./guarded.ts";
import type { Guest } from "./guest.ts";
import { fits } from "./fit.ts";
import { isAccessible } from "./sound.ts";
import { Gathering, PHONE } from "./kinds/gathering.ts";
import { sends, state } from "./kinds/round.ts";

const WORD = "Impatiente d’essayer";

async function answers(guest: Guest, name: string, word = ""): Promise<void> {
  await state(guest, name).click();
  if (word) await guest.page.getByRole("textbox", { name: /^Un mot ou une phrase/ }).fill(word);
  await sends(guest).click();
  await expect(guest.page.getByText(`Votre réponse : ${name}`)).toBeVisible();
}

async function reveals({ page }: Guest): Promise<void> {
  const button = { name: "Révéler les réponses", exact: true };
  await page.getByRole("button", button).click();
  await page.getByRole("dialog").getByRole("button", button).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
}

async function asksAgain({ page }: Guest, name: string): Promise<void> {
  await page.getByRole("button", { name: "Poser à nouveau" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Nom de cette fois" }).fill(name);
  await dialog.getByRole("button", { name: "Poser", exact: true }).click();
}

const outcome = (page: Page) => page.getByRole("region", { name: "Les réponses" });
const row = (page: Page, name: string) =>
  outcome(page).getByRole("listitem").filter({ hasText: name });

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

test("nobody sees an answer before the reveal, and then everybody sees all of them", async ({
  server,
  arrives,
}) => {
  const gathering = await Gathering.of("round", server, arrives, [{}, PHONE, {}]);
  const [alice, bob, chloe] = gathering.guests;
  if (!alice || !bob || !chloe) throw new Error("nobody came");
  const told = [hears(bob), hears(chloe)];
  await gathering.opens();
  const nadia = await gathering.facilitates();
  const everybody = [alice, bob, chloe, nadia];
  const missing = nadia.page.getByText(/^Encore 1 réponse avant de pouvoir révéler/);

  await answers(alice, "Orage", WORD);
  await answers(bob, "Grand soleil");
  await expect(missing).toBeVisible();
  await expect(nadia.page.getByRole("button", { name: "Révéler les réponses" })).toBeDisabled();
  for (const guest of everybody)
    await expect(guest.page.getByText("2 réponses sur 4 personnes")).toBeVisible();
  for (const guest of [bob, chloe, nadia])
    await expect(guest.page.getByText(WORD), "it is hers alone").toHaveCount(0);
  for (const heard of told) expect(await heard()).not.toContain(WORD);
  await isAccessible(alice, "round-answered");
  await fits(bob);

  await answers(chloe, "Pluie");
  await chloe.page.getByRole("button", { name: "Changer ma réponse" }).click();
  await expect(state(chloe, "Pluie")).toBeFocused();
  await chloe.page.keyboard.press("ArrowUp");
  await expect(state(chloe, "Nuageux")).toBeChecked();
  await sends(chloe).click();
  await expect(chloe.page.getByText("Votre réponse : Nuageux")).toBeVisible();
  await chloe.seesSaved();
  await expect(missing).toHaveCount(0);

  await reveals(nadia);
  for (const { page } of everybody) {
    await expect(row(page, "Orage")).toContainText("1 personne");
    await expect(row(page, "Nuageux")).toContainText("1 personne");
    await expect(row(page, "Pluie")).toContainText("0 personne");
    await expect(outcome(page).getByText(WORD)).toBeVisible();
    await expect(outcome(page).getByText("Personne 0")).toHaveCount(0);
  }
  await fits(bob);
  await isAccessible(nadia, "round-revealed");
});

test("asked again in the evening, it shows what has changed since the morning", async ({
  server,
  arrives,
}) => {
  const gathering = await Gathering.of("round", server, arrives, [{}, {}]);
  const [alice, bob] = await gathering.opens();
  if (!alice || !bob) throw new Error("nobody came");
  const nadia = await gathering.facilitates();
  await answers(alice, "Pluie");
  await answers(bob, "Pluie");
  await answers(nadia, "Pluie");
  await reveals(nadia);
  await asksAgain(nadia, "Soir");
  for (const guest of [alice, bob, nadia]) {
    await expect(guest.page.getByText("Soir", { exact: true }).first()).toBeVisible();
    await answers(guest, guest === bob ? "Pluie" : "Grand soleil");
  }
  await reveals(nadia);
  const rows = alice.page.getByRole("table").getByRole("row");
  await expect(rows.filter({ hasText: "Grand soleil" })).toContainText("+2");
  await expect(rows.filter({ hasText: "Pluie" })).toContainText("−2");
  await alice.page.getByRole("button", { name: "1re fois" }).click();
  await expect(row(alice.page, "Pluie")).toContainText("3 personnes");
  await fits(alice);
});

test("an answer that comes back after the reveal is told to be too late", async ({
  server,
  arrives,
}) => {
  const gathering = await Gathering.of("round", server, arrives, [{}, {}, {}, {}]);
  const [late, ...others] = await gathering.opens();
  if (!late) throw new Error("nobody came");
  const nadia = await gathering.facilitates();
  await late.context.setOffline(true);
  await expect(late.page.getByText(/^Hors ligne/)).toBeVisible();
  await answers(late, "Orage", WORD);
  for (const guest of others) await answers(guest, "Éclaircies");
  await expect(nadia.page.getByText("3 réponses sur 5 personnes")).toBeVisible();
  await reveals(nadia);
  await late.context.setOffline(false);
  await expect(late.page.getByText(/la vôtre est arrivée trop tard/)).toBeVisible();
  await expect(row(late.page, "Éclaircies")).toContainText("3 personnes");
  await expect(row(late.page, "Orage")).toContainText("0 personne");
});

test("the turn to speak goes round, and everybody sees who has not spoken yet", async ({
  server,
  arrives,
}) => {
  const gathering = await Gathering.of("round", server, arrives, [{}, {}]);
  const [alice, bob] = await gathering.opens();
  if (!alice || !bob) throw new Error("nobody came");
  const nadia = await gathering.facilitates();
  for (const { page } of [alice, nadia]) await page.getByText(/^Tour de parole/).click();
  await nadia.page.getByRole("button", { name: "Donner la parole à Personne 0" }).click();
  await expect(alice.page.getByText("La parole est à vous.").first()).toBeVisible();
  await expect(bob.page.getByText("La parole est à Personne 0.").first()).toBeVisible();
  await alice.page.getByRole("button", { name: "J’ai parlé" }).click();
  await expect(bob.page.getByText(/^Tour de parole\s: 2 personnes à entendre/)).toBeVisible();
  const turn = nadia.page.getByRole("main").getByRole("listitem");
  await expect(turn.filter({ hasText: "Personne 0" })).toHaveText(/a parlé/);
  await nadia.page.getByRole("button", { name: "Tirer au sort qui parle" }).click();
  await expect(bob.page.getByText(/^Tour de parole\s: 1 personne à entendre/)).toBeVisible();
  await isAccessible(nadia, "round-turn");
});
