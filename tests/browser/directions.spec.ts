// Words run the way their letters do, in a page of another language.
import { expect, type Locator } from "@playwright/test";
import { ActionPlan, adds, card } from "./action-plan.ts";
import { BallotBox } from "./ballot-box.ts";
import { test } from "./guarded.ts";
import { Together } from "./together.ts";

const ARABIC = "شراء الخبز";
const FRENCH = "Le pain";

async function runs(words: Locator, direction: "ltr" | "rtl"): Promise<void> {
  await expect(words).toHaveCSS("direction", direction);
}

test("the cards of a plan, their labels and what was put away", async ({ server, arrives }) => {
  const plan = await ActionPlan.prepares(server, arrives);
  const alice = await plan.joins("Alice");
  const { page } = alice;
  await adds(alice, "En cours", [ARABIC, FRENCH]);
  await runs(card(alice, ARABIC), "rtl");
  await runs(card(alice, FRENCH), "ltr");
  await card(alice, ARABIC).click();
  const opened = page.getByRole("dialog", { name: ARABIC });
  await runs(opened.getByRole("heading", { level: 2 }), "rtl");
  await opened.getByRole("button", { name: "Nouvelle étiquette" }).click();
  const labels = page.getByRole("dialog", { name: "Étiquettes" });
  for (const title of [ARABIC, FRENCH]) {
    await labels.getByLabel("Nom de l’étiquette", { exact: true }).fill(title);
    await labels.getByRole("button", { name: "Ajouter" }).click();
  }
  await page.keyboard.press("Escape");
  for (const [title, direction] of [
    [ARABIC, "rtl"],
    [FRENCH, "ltr"],
  ] as const) {
    await opened.getByRole("checkbox", { name: title }).check();
    await runs(opened.locator(".chip", { hasText: title }).locator("bdi"), direction);
  }
});

test("the bricks of a vote, before and while one votes", async ({ server, arrives }) => {
  const box = await BallotBox.prepares(server, arrives, "empty");
  await box.addsBrick(ARABIC, "في السوق");
  await box.addsBrick(FRENCH, "Au marché");
  const lise = await box.joins("Lise");
  const { page } = lise;
  const title = (words: string): Locator => page.getByText(words, { exact: true });
  const looksRight = async (): Promise<void> => {
    for (const words of [ARABIC, "في السوق"]) await runs(title(words), "rtl");
    for (const words of [FRENCH, "Au marché"]) await runs(title(words), "ltr");
  };
  await expect(page.getByRole("heading", { name: ARABIC })).toBeVisible();
  await looksRight();
  await box.opensRound({ dots: 3 });
  await expect(page.getByRole("spinbutton", { name: ARABIC })).toBeVisible();
  await looksRight();
});

test("the outline of a pad, and the names around it", async ({ server, arrives }) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  const bob = await together.opens("ليلى");
  await alice.types(`# ${ARABIC}`);
  await alice.page.keyboard.press("Enter");
  await alice.types(`# ${FRENCH}`);
  const outline = alice.page.getByRole("navigation", { name: "Plan" });
  await runs(outline.getByRole("button", { name: ARABIC }), "rtl");
  await runs(outline.getByRole("button", { name: FRENCH }), "ltr");
  await bob.page.getByRole("button", { name: "Voir les personnes" }).click();
  const people = bob.page.getByRole("dialog");
  await runs(people.getByText("ليلى", { exact: true }).last(), "rtl");
  await runs(people.getByText("Alice", { exact: true }).last(), "ltr");
});
