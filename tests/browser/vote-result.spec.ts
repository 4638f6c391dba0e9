// What is done with a vote beside voting: raised hands, changes after the reveal, ties that need other rules.
import { expect } from "@playwright/test";
import { BallotBox, BRICKS, confirms, isCounted, places } from "./ballot-box.ts";
import type { Guest } from "./guest.ts";
import { test } from "./guarded.ts";
import { overwrites } from "./keys.ts";

const [WRITING, NETWORKS, FREE] = BRICKS;

test("raised hands are corrected, not counted anew, and nobody is told of them before the end", async ({
  server,
  arrives,
}) => {
  const box = await BallotBox.prepares(server, arrives);
  await box.opensRound({ dots: 2 });
  const nadia = await box.facilitates();
  await enters(nadia, 2, { [NETWORKS]: 3, [FREE]: 1 });
  await expect(nadia.page.getByText("Et 2 personnes sans appareil.")).toBeVisible();
  await nadia.page.reload();
  await nadia.page.getByRole("button", { name: "Compter les mains levées" }).click();
  const hands = nadia.page.getByRole("dialog", { name: "Mains levées" });
  await expect(hands.getByLabel("Nombre de personnes")).toHaveValue("2");
  await expect(hands.getByLabel(NETWORKS)).toHaveValue("3");
  await hands.getByRole("button", { name: "Annuler" }).click();

  const elsewhere = await box.onAnotherDevice(nadia);
  await elsewhere.page.getByRole("button", { name: "Compter les mains levées" }).click();
  const blank = elsewhere.page.getByRole("dialog", { name: "Mains levées" });
  await expect(blank.getByText("déjà été saisies ailleurs, pour 2 personnes")).toBeVisible();
  await expect(blank.getByLabel(NETWORKS)).toHaveValue("0");
});

test("a brick that was voted on may become part of every day afterwards", async ({
  server,
  arrives,
}) => {
  const box = await BallotBox.prepares(server, arrives);
  const round = await box.opensRound({ dots: 2 });
  const nadia = await box.facilitates();
  await places(nadia, WRITING, 1);
  await places(nadia, FREE, 1);
  await isCounted(nadia);
  await box.steps(round, "close");
  await box.steps(round, "reveal");
  const free = nadia.page.getByLabel("Temps libre pour les briques");
  await overwrites(nadia, free, 240);
  await free.press("Enter");
  const day = nadia.page.getByRole("region", { name: "Ce qui tient dans la journée" });
  await expect(day.getByText("3 h sur 4 h")).toBeVisible();

  await nadia.page.getByRole("button", { name: `Actions pour ${WRITING}` }).click();
  await nadia.page.getByRole("menuitem", { name: "Modifier" }).click();
  const form = nadia.page.getByRole("dialog", { name: "Modifier la brique" });
  await form.getByLabel("Toujours au programme, sans vote").check();
  await overwrites(nadia, form.getByLabel("Durée, en minutes"), 60);
  await form.getByRole("button", { name: "Enregistrer" }).click();
  await expect(day.getByText("3 h 15 sur 4 h")).toBeVisible();
  await expect(day.getByRole("listitem").filter({ hasText: WRITING })).toHaveCount(1);
});

test("a tie is run off even where all dots had to be placed on bricks of one dot each", async ({
  server,
  arrives,
}) => {
  const box = await BallotBox.prepares(server, arrives);
  const round = await box.opensRound({ dots: 3, cap: 1, all: true });
  const nadia = await box.facilitates();
  for (const title of BRICKS) await places(nadia, title, 1);
  await isCounted(nadia);
  await box.steps(round, "close");
  await expect(nadia.page.getByText("Votre vote compte : 3 gommettes.")).toBeVisible();
  await box.steps(round, "reveal");
  await nadia.page.getByRole("button", { name: "Départager les ex æquo" }).click();
  await confirms(nadia, "Ouvrir le vote");
  await expect(nadia.page.getByText("Il vous reste 1 gommette sur 1")).toBeVisible();
  await expect(nadia.page.getByRole("spinbutton")).toHaveCount(3);
});

test("a round without anything to choose says what is missing", async ({ server, arrives }) => {
  const box = await BallotBox.prepares(server, arrives, "empty");
  const nadia = await box.facilitates();
  await nadia.page.getByRole("button", { name: "Préparer un tour" }).click();
  const rules = nadia.page.getByRole("dialog", { name: "Préparer un tour de vote" });
  await rules.getByRole("button", { name: "Préparer un tour" }).click();
  await expect(rules.getByRole("alert")).toContainText("trop peu de briques");
});

async function enters(guest: Guest, voters: number, dots: Record<string, number>): Promise<void> {
  await guest.page.getByRole("button", { name: "Compter les mains levées" }).click();
  const hands = guest.page.getByRole("dialog", { name: "Mains levées" });
  await overwrites(guest, hands.getByLabel("Nombre de personnes"), voters);
  for (const [title, n] of Object.entries(dots))
    await overwrites(guest, hands.getByLabel(title), n);
  await hands.getByRole("button", { name: "Enregistrer ces gommettes" }).click();
  await expect(hands).toBeHidden();
}
