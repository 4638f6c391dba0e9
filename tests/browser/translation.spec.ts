// A page that a translator of the browser has been through: what changes while it is shown stays true, and nothing breaks.
import { expect } from "@playwright/test";
import { BallotBox, brick, BRICKS, isCounted } from "./ballot-box.ts";
import { test } from "./guarded.ts";
import { expectLines } from "./lines.ts";
import { Together } from "./together.ts";
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
