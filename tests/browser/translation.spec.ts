// A page that a translator of the browser has been through: what changes while it is shown stays true, and nothing breaks.
import { expect } from "@playwright/test";
import { ActionPlan, adds, asksCard, card, column, stands } from "./action-plan.ts";
import { BallotBox, brick, BRICKS, isCounted } from "./ballot-box.ts";
import { test } from "./guarded.ts";
import { expectLines } from "./lines.ts";
import { PAD, Together } from "./together.ts";
import { SIGN, translates } from "./translator.ts";

const PHONE = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true };
const [WRITING] = BRICKS;

test("in a pad 'saved' does not stay while one is offline", async ({ server, arrives }) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice", "participant", PHONE);
  await alice.types("Bonjour");
  await alice.seesSaved();
  await translates(alice, "what it may");
  await expect(alice.saving).toHaveText(`${SIGN}enregistré`);
  await alice.context.setOffline(true);
  await expect(alice.saving).toHaveText("hors ligne — tout est gardé ici");
  await translates(alice, "what it may");
  await alice.context.setOffline(false);
  await alice.types(" à tous");
  await alice.seesSaved();
  await expectLines(together, alice, ["paragraph: Bonjour à tous"]);
});

test("a translator that rewrites a pad rewrites it for nobody", async ({ server, arrives }) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  const bob = await together.opens("Bob");
  await alice.types("# Titre");
  await alice.page.keyboard.press("Enter");
  await alice.types("- pain");
  await alice.page.keyboard.press("Enter");
  await alice.types("lait");
  const lines = ["heading: Titre", "bullet-item: pain", "bullet-item: lait"];
  await expectLines(together, bob, lines);
  await expect(alice.editor).toHaveAttribute("translate", "no");
  await translates(alice, "all");
  await expect(alice.editor.locator("font")).toHaveCount(0);
  await expectLines(together, alice, lines);
  await bob.types(" cru");
  await expectLines(together, alice, [
    "heading: Titre",
    "bullet-item: pain",
    "bullet-item: lait cru",
  ]);
  await translates(bob, "all");
  await bob.types(" !");
  await expectLines(together, bob, [
    "heading: Titre",
    "bullet-item: pain",
    "bullet-item: lait cru !",
  ]);
});

test("in a vote what one has left goes on counting", async ({ server, arrives }) => {
  const box = await BallotBox.prepares(server, arrives);
  const round = await box.opensRound({ dots: 5, seconds: 600 });
  const lise = await box.joins("Lise", "participant", 360);
  const { page } = lise;
  const left = (dots: number) => page.getByText(`Il vous reste ${dots} gommettes sur 5`);
  await expect(left(5)).toBeVisible();
  await translates(lise, "all");
  const clock = await page.getByRole("timer").textContent();
  await brick(lise, WRITING).click();
  await expect(left(4)).toHaveText("Il vous reste 4 gommettes sur 5");
  await isCounted(lise);
  await translates(lise, "all");
  await brick(lise, WRITING).click();
  await expect(left(3)).toHaveText("Il vous reste 3 gommettes sur 5");
  await expect(left(4)).toHaveCount(0);
  await expect(page.getByRole("timer")).not.toHaveText(clock ?? "");
  await expect(page.getByRole("timer")).toHaveText(/^\s*\D*\d+:\d\d\D*$/);
  await translates(lise, "all");
  await box.steps(round, "close");
  await expect(page.getByText("vote clos", { exact: true })).toBeVisible();
  await expect(page.getByText("vote ouvert", { exact: true })).toHaveCount(0);
  await translates(lise, "all");
  await box.steps(round, "reveal");
  await expect(page.getByRole("region", { name: "Résultat" })).toContainText(WRITING);
});

test("in a plan cards come, change their words and leave, and are counted", async ({
  server,
  arrives,
}) => {
  const plan = await ActionPlan.prepares(server, arrives);
  const alice = await plan.joins("Alice");
  const bob = await plan.joins("Bob");
  const tray = column(alice, "En cours");
  const counts = (cards: string) => expect(tray.getByText(cards, { exact: true })).toBeAttached();
  await adds(alice, "En cours", ["Une"]);
  await stands(bob, "En cours", ["Une"]);
  await translates(alice, "all");
  await expect(tray.getByRole("article", { name: "Une" })).toContainText(`${SIGN}Une`);
  await adds(bob, "En cours", ["Deux"]);
  await stands(alice, "En cours", ["Une", "Deux"]);
  await counts("2 cartes");
  await translates(alice, "all");

  await card(bob, "Une").click();
  await bob.page.getByRole("textbox", { name: "Titre" }).fill("Une autre");
  await bob.page.keyboard.press("Enter");
  await bob.page.keyboard.press("Escape");
  const other = tray.getByRole("article", { name: "Une autre" });
  await expect(other.getByText("Une autre", { exact: true })).toBeVisible();
  await translates(alice, "all");
  await asksCard(bob, "Une autre", "Supprimer");
  await expect(other).toHaveCount(0);
  await expect(alice.page.locator("main font", { hasText: "Une autre" })).toHaveCount(0);
  await counts("1 carte");

  await translates(alice, "all");
  await asksCard(alice, "Deux", "Ranger");
  await stands(bob, "En cours", []);
  await expect(tray.getByText("Rien ici pour le moment.")).toBeVisible();
});

test("in a workshop people and documents come and are called otherwise", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const { facilitator, workshop, pad } = together;
  const nadia = await together.returnsAsFacilitator();
  const { page } = nadia;
  await nadia.visits(`/w/${workshop.id}`);
  await expect(page.getByRole("heading", { name: "1 personne est là" })).toBeVisible();
  await translates(nadia, "all");
  const bob = await together.joins("Bob");
  await bob.visits(`/w/${workshop.id}`);
  await expect(page.getByRole("heading", { name: "2 personnes sont là" })).toHaveText(
    "2 personnes sont là",
  );
  await expect(page.getByText("Bob", { exact: true })).toBeVisible();
  await translates(nadia, "all");

  await facilitator.asks("PATCH", `/api/documents/${pad}`, { title: "Notes du soir" });
  await expect(page.getByRole("main").getByRole("link", { name: /Notes du soir/ })).toContainText(
    "Notes du soir",
  );
  await expect(page.getByText(PAD)).toHaveCount(0);
  await translates(nadia, "all");
  await facilitator.opensPad(workshop.id, "Un autre pad");
  await expect(page.getByRole("main").getByRole("link", { name: /Un autre pad/ })).toBeVisible();
  await translates(nadia, "all");
  await bob.page.getByRole("button", { name: "Mon prénom et ma structure" }).click();
  await bob.page.getByLabel("Votre prénom").fill("Robert");
  await bob.page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByText("Robert", { exact: true })).toBeVisible();
  await expect(page.getByText("Bob")).toHaveCount(0);
  await bob.page.close();
  await expect(page.getByRole("heading", { name: "1 personne est là" })).toHaveText(
    "1 personne est là",
  );
});
