// What of a pad and of a vote is on paper: read back from what the browser prints.
import { expect, type Page } from "@playwright/test";
import { BallotBox, BRICKS, places, VOTE } from "./ballot-box.ts";
import { test } from "./guarded.ts";
import { lettersOf, printed } from "./paper.ts";
import { pastes } from "./pasting.ts";
import { PAD, Together } from "./together.ts";

const PRINTED = /^Imprimé?le\d+(er)?\p{L}+\d{4}/u;

test("a long pad is printed whole, and nothing else", async ({ server, arrives }) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  const bob = await together.opens("Bob");
  const lines = Array.from({ length: 100 }, (_, at) => [
    `Paragraphe ${at}, qui est assez long pour aller au delà du bord d’une feuille, où il faut aller à la ligne.`,
    `- point ${at}`,
    `- [ ] à faire ${at}`,
    `  - en retrait ${at}`,
  ]).flat();
  await pastes(alice, { html: "", text: lines.join("\n") });
  await bob.reads("en retrait 99");
  await bob.types(" Fin.");
  await alice.reads("Fin.");
  await expect(alice.caretOf("Bob")).toBeAttached();

  const pages = await printed(alice.page);
  expect(pages.length).toBeGreaterThan(5);
  for (const page of pages) expect(lettersOf(page)).not.toBe("");
  const words = lettersOf(pages.join(""));
  const title = lettersOf(PAD);
  expect(words.startsWith(title)).toBe(true);
  const [head = ""] = PRINTED.exec(words.slice(title.length)) ?? [];
  expect(head).not.toBe("");
  // What is drawn one by one is not in order: every line is there, and there is no room for anything else.
  const text = words.slice(title.length + head.length);
  const written = [...lines.map((line) => lettersOf(line)), "Fin"];
  for (const line of written) expect(text).toContain(line);
  expect(text).toHaveLength(written.join("").length);
  await expect(alice.page.getByRole("toolbar")).toBeVisible();
  await expect(alice.page.getByText(/^Imprimé/)).toHaveCount(0);
});

test("the result of a vote is printed once, and nothing that can only be pressed", async ({
  server,
  arrives,
}) => {
  const box = await BallotBox.prepares(server, arrives);
  const round = await box.opensRound({ dots: 3 });
  const lise = await box.joins("Lise");
  const [first, second] = BRICKS;
  await places(lise, first, 2);
  await places(lise, second, 1);
  await expect(lise.page.getByText("vote enregistré")).toBeVisible();
  await box.steps(round, "close");
  await box.steps(round, "reveal");
  const nadia = await box.facilitates();
  for (const { page } of [lise, nadia]) {
    await expect(page.getByRole("region", { name: "Résultat" })).toContainText(first);
    const buttons = await buttonsOn(page);
    const pages = await printed(page);
    for (const page of pages) expect(lettersOf(page)).not.toBe("");
    const words = lettersOf(pages.join(""));
    expect(words.startsWith(lettersOf(VOTE))).toBe(true);
    expect(words).toContain(lettersOf(`1 ${first} 2 gommettes 2 ${second} 1 gommette`));
    for (const title of BRICKS) expect(words.split(lettersOf(title))).toHaveLength(2);
    for (const button of buttons) expect(words).not.toContain(button);
  }
  await nadia.page.getByText(/^Toutes les briques/).click();
  await expect(nadia.page.getByRole("heading", { name: "Les briques" })).toBeVisible();
  const words = lettersOf((await printed(nadia.page)).join(""));
  for (const title of BRICKS) expect(words.split(lettersOf(title))).toHaveLength(3);
});

/** What can be pressed, by the words on it. */
async function buttonsOn(page: Page): Promise<string[]> {
  const words = await page.getByRole("button").filter({ visible: true }).allInnerTexts();
  return words.map(lettersOf).filter((letters) => letters.length > 3);
}
