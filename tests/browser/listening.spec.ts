// What one hears who does not see: each page read out from top to bottom, and what is said by itself while others work. The
// words are in `heard`, to be read by people; `npm run listen` writes them anew.
import { expect, type Locator } from "@playwright/test";
import { ActionPlan, adds, asksCard, card } from "./action-plan.ts";
import { BallotBox, BRICKS, places } from "./ballot-box.ts";
import { test } from "./guarded.ts";
import type { Guest } from "./guest.ts";
import { hears, listens } from "./listening/ear.ts";
import { readsOut } from "./listening/speech.ts";
import { english, french, type Words } from "./listening/words.ts";
import { Together } from "./together.ts";

const [WRITING] = BRICKS;

/** The page is read as it was agreed. */
async function isHeardAs(guest: Guest, name: string, words: Words = french): Promise<void> {
  // What is still on its way, such as the focus, is awaited.
  await expect(async () => {
    expect(await readsOut(guest, words)).toMatchSnapshot(`${name}.txt`);
  }).toPass({ timeout: 30_000 });
}

/** What was said while others worked, in its order. */
async function isSaid(guest: Guest, words: readonly string[]): Promise<void> {
  await expect.poll(() => hears(guest)).toEqual(words);
}

test("the first page, and the one where one says who one is", async ({ server, arrives }) => {
  const { workshop } = await Together.prepares(server, arrives);
  for (const [locale, words] of [
    ["fr-FR", french],
    ["en-GB", english],
  ] as const) {
    const guest = await arrives({ locale });
    const language = locale.slice(0, 2);
    await guest.visits("/");
    await expect(guest.page.getByRole("heading", { level: 1 })).toBeVisible();
    await isHeardAs(guest, `home.${language}`, words);
    await guest.page.goto(workshop.links.participant);
    await expect(guest.page.getByRole("textbox").first()).toBeFocused();
    await isHeardAs(guest, `join.${language}`, words);
  }
});

test("a workshop, and the window that makes a document", async ({ server, arrives }) => {
  const together = await Together.prepares(server, arrives);
  const nadia = await together.returnsAsFacilitator();
  await nadia.visits(`/w/${together.workshop.id}`);
  await expect(nadia.page.getByText("1 personne est là")).toBeVisible();
  await isHeardAs(nadia, "workshop.fr");
  await nadia.page.getByRole("button", { name: "Nouveau pad" }).click();
  await expect(nadia.page.getByRole("dialog").getByRole("textbox")).toBeFocused();
  await isHeardAs(nadia, "new-pad.fr");
});

test("a pad", async ({ server, arrives }) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  await alice.types("# Le square");
  for (const line of ["Ouvrir le portail.", "- une clé", "un gardien"]) {
    await alice.page.keyboard.press("Enter");
    await alice.page.keyboard.type(line);
  }
  for (let time = 0; time < 2; time += 1) await alice.page.keyboard.press("Enter");
  await alice.page.keyboard.type("[] ouvrir");
  await alice.seesSaved();
  await isHeardAs(alice, "pad.fr");
  const bob = await together.joins("Bob", "participant", { locale: "en-GB" });
  await bob.visits(together.path);
  await expect(bob.page.getByRole("checkbox", { name: "ouvrir" })).toBeVisible();
  await expect(bob.page.getByRole("list", { name: /2/ })).toBeVisible();
  await expect(bob.page.getByRole("group", { name: "Saving" })).toHaveText("saved");
  await isHeardAs(bob, "pad.en", english);
});

test("a vote", async ({ server, arrives }) => {
  const box = await BallotBox.prepares(server, arrives, "bricks");
  await box.opensRound({ dots: 3 });
  const lise = await box.joins("Lise");
  await places(lise, WRITING, 1);
  await expect(lise.page.getByText("vote enregistré")).toBeVisible();
  await expect(lise.page.getByText(/^1 personne a voté/)).toBeVisible();
  await isHeardAs(lise, "vote.fr");
  const nadia = await box.facilitates();
  await expect(nadia.page.getByText("1 personne sur 2 a voté")).toBeVisible();
  await nadia.page.getByRole("button", { name: "Clore le vote" }).click();
  await expect(nadia.page.getByRole("dialog")).toBeVisible();
  await isHeardAs(nadia, "vote-closing.fr");
});

test("an action plan, and a card that is opened", async ({ server, arrives }) => {
  const plan = await ActionPlan.prepares(server, arrives);
  const alice = await plan.joins("Alice");
  await adds(alice, "En cours", ["Une"]);
  await alice.seesSaved();
  await card(alice, "Une").focus();
  await isHeardAs(alice, "plan.fr");
  await alice.page.keyboard.press("Enter");
  await expect(alice.page.getByRole("dialog", { name: "Une" })).toBeVisible();
  await isHeardAs(alice, "card.fr");
});

test("who else writes in a pad is said once, by name", async ({ server, arrives }) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  const bob = await together.opens("Bob");
  await bob.types("");
  await expect(alice.caretOf("Bob")).toBeVisible();
  await listens(alice);
  // On a slow network his caret may come too late after the first words: then the next ones are said.
  await expect(async () => {
    await bob.types("Bonjour. ");
    expect(await hears(alice)).toEqual(["Bob a écrit."]);
  }).toPass({ timeout: 30_000 });
  await bob.types("Encore.");
  await alice.reads("Bonjour. Encore.");
  await isSaid(alice, ["Bob a écrit."]);
});

test("where others put cards is said, several at a time", async ({ server, arrives }) => {
  const plan = await ActionPlan.prepares(server, arrives);
  const alice = await plan.joins("Alice");
  const bob = await plan.joins("Bob");
  await listens(alice);
  await moves(bob, "Faire le budget", "En cours");
  await isSaid(alice, ["« Faire le budget » arrive dans En cours."]);
  // One's own doing is said as such, at once.
  await adds(alice, "Fait", ["À moi"]);
  await isSaid(alice, ["« Faire le budget » arrive dans En cours.", "1 carte ajoutée dans Fait"]);
  await adds(bob, "En cours", ["Une", "Deux", "Trois"]);
  await isSaid(alice, [
    "« Faire le budget » arrive dans En cours.",
    "1 carte ajoutée dans Fait",
    "3 cartes arrivent ou changent de colonne.",
  ]);
});

test("what others do is said in the window that is open", async ({ server, arrives }) => {
  const plan = await ActionPlan.prepares(server, arrives);
  const alice = await plan.joins("Alice");
  const bob = await plan.joins("Bob");
  await card(alice, "Annoncer et inviter").click();
  await expect(alice.page.getByRole("dialog")).toBeVisible();
  await listens(alice);
  await moves(bob, "Faire le budget", "En cours");
  await isSaid(alice, ["« Faire le budget » arrive dans En cours."]);
  await alice.page.keyboard.press("Escape");
  await expect(alice.page.getByRole("dialog")).toHaveCount(0);
  await moves(bob, "Faire le budget", "Fait");
  await isSaid(alice, [
    "« Faire le budget » arrive dans En cours.",
    "« Faire le budget » arrive dans Fait.",
  ]);
});

test("a voter hears each stage, and who leads also how many have voted", async ({
  server,
  arrives,
}) => {
  const box = await BallotBox.prepares(server, arrives);
  const round = await box.opensRound({ dots: 3 });
  const lise = await box.joins("Lise");
  const nadia = await box.facilitates();
  await expect(nadia.page.getByText("0 personne sur 2 a voté")).toBeVisible();
  await Promise.all([listens(lise), listens(nadia)]);
  await places(lise, WRITING, 1);
  await isSaid(nadia, ["1 personne a voté, 0 a terminé."]);
  await box.steps(round, "close");
  await box.steps(round, "reveal");
  await isSaid(nadia, [
    "1 personne a voté, 0 a terminé.",
    "Le vote est clos.",
    "Le résultat est là.",
  ]);
  await isSaid(lise, [
    `${WRITING} : 1 gommette, il vous en reste 2`,
    "Le vote est clos.",
    "Le résultat est là.",
  ]);
});

async function moves(guest: Guest, title: string, column: string): Promise<void> {
  await asksCard(guest, title, "Déplacer vers…");
  const dialog: Locator = guest.page.getByRole("dialog");
  await dialog.getByLabel("Colonne").selectOption(column);
  await dialog.getByRole("button", { name: "Déplacer" }).click();
}
