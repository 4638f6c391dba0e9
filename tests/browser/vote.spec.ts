// A group chooses its bricks: secretly, fairly, on every device, and what it chose is what fits in the day.
import { expect } from "@playwright/test";
import { BallotBox, brick, BRICKS, confirms, isCounted, places } from "./ballot-box.ts";
import { isNotWide } from "./fit.ts";
import { test } from "./guarded.ts";
import { overwrites } from "./keys.ts";
import { isAccessible } from "./sound.ts";

const [WRITING, NETWORKS, FREE] = BRICKS;

test("a facilitator and five voters go from the first round to the pads", async ({
  server,
  arrives,
}) => {
  const box = await BallotBox.prepares(server, arrives);
  const nadia = await box.facilitates();
  const voters = await Promise.all(
    [1280, 1024, 768, 420, 360].map((width, at) => box.joins(`Voix ${at}`, "participant", width)),
  );
  await nadia.page.getByRole("button", { name: "Préparer un tour" }).click();
  const rules = nadia.page.getByRole("dialog", { name: "Préparer un tour de vote" });
  await overwrites(nadia, rules.getByLabel("Gommettes par personne"), 3);
  await rules.getByRole("button", { name: "Préparer un tour" }).click();
  for (const voter of voters) await expect(voter.page.getByText("Vote secret")).toBeVisible();

  await confirms(nadia, "Ouvrir le vote");
  for (const [at, voter] of voters.entries()) {
    await expect(voter.page.getByText("Il vous reste 3 gommettes sur 3")).toBeVisible();
    await places(voter, WRITING, 2);
    await places(voter, at < 2 ? NETWORKS : FREE, 1);
    await expect(voter.page.getByText("Il vous reste 0 gommette sur 3")).toBeVisible();
    await isCounted(voter);
    await voter.page.getByRole("button", { name: "J’ai terminé" }).click();
    await expect(voter.page.getByText("Vous avez terminé")).toBeVisible();
    await isNotWide(voter);
  }
  await expect(nadia.page.getByText("5 personnes sur 6 ont voté, 5 ont terminé")).toBeVisible();
  await nadia.page.getByText("Ont terminé", { exact: true }).click();
  await expect(nadia.page.getByText(/Voix \d(, Voix \d){4}/)).toBeVisible();

  await confirms(nadia, "Clore le vote");
  for (const voter of voters) await expect(voter.page.getByText("vote clos")).toBeVisible();
  await confirms(nadia, "Révéler le résultat");
  for (const guest of [nadia, ...voters]) {
    const result = guest.page.getByRole("region", { name: "Résultat" });
    await expect(result.getByRole("listitem").nth(0)).toContainText(`${WRITING} 10 gommettes`);
    await expect(result.getByRole("listitem").nth(1)).toContainText(`${FREE} 3 gommettes`);
    await isNotWide(guest);
  }

  const free = nadia.page.getByLabel("Temps libre pour les briques");
  await overwrites(nadia, free, 300);
  await free.press("Enter");
  const [first] = voters;
  if (!first) throw new Error("nobody came");
  const day = first.page.getByRole("region", { name: "Ce qui tient dans la journée" });
  await expect(day.getByRole("listitem").filter({ hasText: WRITING })).toBeVisible();
  await first.page.getByRole("button", { name: "Ouvrir un pad pour chacune" }).click();
  await day.getByRole("link", { name: `Aller au pad « ${WRITING} »` }).click();
  await first.isInPad(WRITING);
});

test("one votes with the keyboard alone, and hears what is left", async ({ server, arrives }) => {
  const box = await BallotBox.prepares(server, arrives);
  await box.opensRound({ dots: 5 });
  const lise = await box.joins("Lise");
  const { keyboard } = lise.page;
  const card = brick(lise, WRITING);
  await expect(lise.page.getByText("Il vous reste 5 gommettes sur 5")).toBeVisible();
  await card.focus();
  await keyboard.press("Enter");
  await keyboard.press(" ");
  await keyboard.press("+");
  await expect(card).toHaveAttribute("aria-valuetext", "3 gommettes");
  await keyboard.press("-");
  const heard = lise.page.getByRole("status").filter({ hasText: WRITING });
  await expect(heard).toHaveText(`${WRITING} : 2 gommettes, il vous en reste 3`);
  await keyboard.press("Backspace");
  await keyboard.press("Delete");
  await keyboard.press("Delete");
  await expect(card).toHaveAttribute("aria-valuetext", "aucune gommette");
  await expect(card).toBeFocused();
  await keyboard.press("Enter");
  await isCounted(lise);

  await lise.page.getByRole("button", { name: "J’ai terminé" }).focus();
  await keyboard.press("Enter");
  await expect(lise.page.getByText("Vous avez terminé")).toBeVisible();
  await card.focus();
  await keyboard.press("Enter");
  await expect(card).toHaveAttribute("aria-valuenow", "1");
});

test("a ballot made offline is sent when the network is back", async ({ server, arrives }) => {
  const box = await BallotBox.prepares(server, arrives);
  await box.opensRound();
  const lise = await box.joins("Lise");
  await places(lise, FREE, 1);
  await isCounted(lise);
  await lise.context.setOffline(true);
  await places(lise, WRITING, 2);
  await expect(lise.page.getByText("gardé ici, envoi dès que possible")).toBeVisible();
  await lise.context.setOffline(false);
  await isCounted(lise);
  await lise.page.reload();
  await expect(brick(lise, WRITING)).toHaveAttribute("aria-valuenow", "2");
});

test("a ballot that comes too late is refused with a sentence", async ({ server, arrives }) => {
  const box = await BallotBox.prepares(server, arrives);
  const round = await box.opensRound();
  const lise = await box.joins("Lise");
  await places(lise, FREE, 1);
  await isCounted(lise);
  await lise.context.setOffline(true);
  await places(lise, WRITING, 2);
  await expect(lise.page.getByText("gardé ici, envoi dès que possible")).toBeVisible();
  await box.steps(round, "close");
  await lise.context.setOffline(false);
  await expect(lise.page.getByText("Le vote était déjà clos")).toBeVisible();
  await expect(brick(lise, WRITING)).toHaveAttribute("aria-valuenow", "0");
  await expect(brick(lise, FREE)).toHaveAttribute("aria-valuenow", "1");
});

test("a tie at the end of the day is settled by a run-off, with raised hands counted", async ({
  server,
  arrives,
}) => {
  const box = await BallotBox.prepares(server, arrives);
  const round = await box.opensRound({ dots: 2 });
  const nadia = await box.facilitates();
  await places(nadia, WRITING, 1);
  await places(nadia, FREE, 1);
  await isCounted(nadia);
  await nadia.page.getByRole("button", { name: "Compter les mains levées" }).click();
  const hands = nadia.page.getByRole("dialog", { name: "Mains levées et gommettes en papier" });
  await overwrites(nadia, hands.getByLabel("Nombre de personnes"), 1);
  await overwrites(nadia, hands.getByLabel(NETWORKS), 2);
  await hands.getByRole("button", { name: "Enregistrer ces gommettes" }).click();
  await expect(hands).toBeHidden();
  await box.steps(round, "close");
  await box.steps(round, "reveal");

  const result = nadia.page.getByRole("region", { name: "Résultat" });
  await expect(result.getByRole("listitem").nth(0)).toContainText("dont 2 à main levée");
  await expect(result.getByRole("listitem").nth(1)).toContainText("ex æquo");
  const free = nadia.page.getByLabel("Temps libre pour les briques");
  await overwrites(nadia, free, 195);
  await free.press("Enter");
  const day = nadia.page.getByRole("region", { name: "Ce qui tient dans la journée" });
  await expect(day.getByText(`Ex æquo à la limite : ${WRITING}, ${FREE}`)).toBeVisible();
  await day.getByRole("button", { name: "Départager les ex æquo" }).click();

  await expect(nadia.page.getByText("Tour 2, pour départager").first()).toBeVisible();
  await confirms(nadia, "Ouvrir le vote");
  await places(nadia, FREE, 1);
  await expect(nadia.page.getByRole("spinbutton")).toHaveCount(2);
  await isCounted(nadia);
  await confirms(nadia, "Clore le vote");
  await nadia.page.getByRole("button", { name: "Révéler le résultat" }).click();
  const reveal = nadia.page
    .getByRole("dialog")
    .getByRole("button", { name: "Révéler le résultat" });
  await reveal.click();
  await expect(nadia.page.getByText("moins de trois bulletins")).toBeVisible();
  await reveal.click();
  await expect(day.getByText(`Trop longues pour le temps qui reste : ${WRITING}`)).toBeVisible();
  const table = nadia.page.getByRole("table");
  await expect(table.getByRole("row", { name: `${FREE} 1 1` })).toBeVisible();
});

test("a reader follows and cannot vote", async ({ server, arrives }) => {
  const box = await BallotBox.prepares(server, arrives);
  await box.opensRound();
  const remi = await box.joins("Rémi", "reader");
  await expect(remi.page.getByText("Vous pouvez suivre ce vote.")).toBeVisible();
  await expect(remi.page.getByText("vote ouvert")).toBeVisible();
  await expect(remi.page.getByRole("spinbutton")).toHaveCount(0);
});

test("a vote is made from the workshop, and participants propose bricks", async ({
  server,
  arrives,
}) => {
  const box = await BallotBox.prepares(server, arrives);
  const nadia = await box.together.returnsAsFacilitator();
  await nadia.visits(`/w/${box.together.workshop.id}`);
  await nadia.page.getByRole("button", { name: "Nouveau vote" }).click();
  const dialog = nadia.page.getByRole("dialog", { name: "Nouveau vote" });
  await dialog.getByLabel("Titre du vote").fill("Soirée");
  await dialog.getByLabel("Aucune brique").check();
  await dialog.getByRole("button", { name: "Créer le vote" }).click();
  await expect(nadia.page.getByText("Aucune brique pour le moment")).toBeVisible();
  await nadia.page.getByLabel("Chacun peut proposer des briques").check();

  const lise = await box.together.joins("Lise");
  await lise.visits(nadia.page.url());
  await lise.page.getByRole("button", { name: "Proposer une brique" }).click();
  const proposal = lise.page.getByRole("dialog", { name: "Proposer une brique" });
  await proposal.getByLabel("Titre").fill("Tenir une caisse");
  await proposal.getByRole("button", { name: "Proposer une brique" }).click();
  await expect(nadia.page.getByRole("heading", { name: "Tenir une caisse" })).toBeVisible();
  await expect(nadia.page.getByText("proposée par Lise")).toBeVisible();
});

test("the pages of a vote are sound for everybody until it closes", async ({ server, arrives }) => {
  const box = await BallotBox.prepares(server, arrives);
  const nadia = await box.facilitates();
  await expect(nadia.page.getByText("Aucun tour n’est préparé")).toBeVisible();
  await isAccessible(nadia, "vote-bricks");
  await box.opensRound({ dots: 5, seconds: 600 });
  const lise = await box.joins("Lise");
  await places(lise, WRITING, 3);
  await places(lise, FREE, 1);
  await isCounted(lise);
  await isAccessible(lise, "vote-ballot");
  await isAccessible(nadia, "vote-lead");
});

test("the result of a vote is sound for everybody", async ({ server, arrives }) => {
  const box = await BallotBox.prepares(server, arrives);
  const nadia = await box.facilitates();
  const round = await box.opensRound({ dots: 5 });
  const lise = await box.joins("Lise");
  await places(lise, WRITING, 3);
  await places(lise, FREE, 1);
  await isCounted(lise);
  await box.steps(round, "close");
  await box.steps(round, "reveal");
  const free = nadia.page.getByLabel("Temps libre pour les briques");
  await overwrites(nadia, free, 240);
  await free.press("Enter");
  await expect(nadia.page.getByText("sur 4 h")).toBeVisible();
  await isAccessible(nadia, "vote-result");
});
