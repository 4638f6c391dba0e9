// What can be done now is at hand, on a phone as on a wide screen: before how it works, before what else there could be, and once.
import { type BrowserContextOptions, expect, type Locator } from "@playwright/test";
import { BallotBox, brick, BRICKS, isCounted, places } from "./ballot-box.ts";
import { test } from "./guarded.ts";
import type { Guest } from "./guest.ts";
import { PAD, Together } from "./together.ts";

/** The first stands first in the ballot, too. */
const [WRITING, NETWORKS] = BRICKS;

const TARGET_PX = 44;

const WIDE = { viewport: { width: 1280, height: 800 } };
const PHONE = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true };

for (const device of [WIDE, PHONE]) {
  const { width } = device.viewport;

  test(`at ${width} pixels one sees how a dot is put and taken back`, async ({
    server,
    arrives,
  }) => {
    const box = await BallotBox.prepares(server, arrives);
    await box.opensRound({ dots: 3 });
    const lise = await votes(box, device);
    const card = brick(lise, WRITING);
    const plus = lise.page.getByRole("button", { name: `Ajouter une gommette : ${WRITING}` });
    const minus = lise.page.getByRole("button", { name: `Reprendre une gommette : ${WRITING}` });
    await expect(card).toBeInViewport({ ratio: 1 });
    await expect(plus).toBeInViewport({ ratio: 1 });
    await expect(minus).toBeInViewport({ ratio: 1 });
    await expect(minus).toBeDisabled();

    await plus.click();
    await plus.click();
    await card.click();
    await expect(card).toHaveAttribute("aria-valuenow", "3");
    await plus.click();
    await expect(lise.page.getByText("Vous avez placé toutes vos gommettes")).toBeVisible();
    const [left, right] = [await boxOf(minus), await boxOf(plus)];
    const between = await boxOf(card.locator("..").getByText("3", { exact: true }));
    expect(left.x + left.width).toBeLessThanOrEqual(between.x);
    expect(between.x + between.width).toBeLessThanOrEqual(right.x);
    for (const { width, height } of [left, right])
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(TARGET_PX);

    for (let dot = 0; dot < 3; dot += 1) await minus.click();
    await expect(card).toHaveAttribute("aria-valuenow", "0");
    await expect(minus).toBeVisible();
    await plus.click();
    await isCounted(lise);
  });

  test(`at ${width} pixels the rules are one line until somebody asks for them`, async ({
    server,
    arrives,
  }) => {
    const box = await BallotBox.prepares(server, arrives);
    await box.opensRound({ dots: 3 });
    const lise = await votes(box, device);
    const line = lise.page.getByText("voir les règles");
    const secret = lise.page.getByText("Vote secret : rien ne se voit avant la fin");
    const host = lise.page.getByText("Ce que peut voir qui héberge Atelier");
    await expect(secret).toBeHidden();
    await expect(host).toBeHidden();
    expect((await boxOf(line.locator(".."))).height).toBeLessThan(1.5 * TARGET_PX);
    await line.click();
    await expect(secret).toBeVisible();
    await expect(host).toBeVisible();
  });

  test(`at ${width} pixels each brick stands once after the reveal`, async ({
    server,
    arrives,
  }) => {
    const box = await BallotBox.prepares(server, arrives);
    const round = await box.opensRound({ dots: 3 });
    const lise = await votes(box, device);
    const nadia = await box.facilitates();
    await nadia.page.setViewportSize(device.viewport);
    await places(lise, WRITING, 2);
    await isCounted(lise);
    await box.steps(round, "close");
    await box.steps(round, "reveal");
    for (const guest of [lise, nadia]) {
      await expect(guest.page.getByRole("region", { name: "Résultat" })).toContainText(WRITING);
      await expect(shown(guest, WRITING)).toHaveCount(1);
      await expect(shown(guest, NETWORKS)).toHaveCount(0);
    }
    await nadia.page.getByRole("button", { name: `Actions pour ${WRITING}` }).click();
    await expect(nadia.page.getByRole("menuitem", { name: "Modifier" })).toBeVisible();
    await nadia.page.keyboard.press("Escape");
    await nadia.page.getByText(/^Toutes les briques/).click();
    await expect(shown(nadia, NETWORKS)).toHaveCount(1);
    await expect(nadia.page.getByRole("button", { name: "Ajouter une brique" })).toBeVisible();
  });

  test(`at ${width} pixels a participant finds what is there before what could be made`, async ({
    server,
    arrives,
  }) => {
    const together = await Together.prepares(server, arrives);
    const alice = await together.joins("Alice", "participant", device);
    await alice.visits(`/w/${together.workshop.id}`);
    const pad = alice.page.getByRole("main").getByRole("link", { name: PAD });
    const create = alice.page.getByRole("button", { name: "Créer un document" });
    await expect(pad).toBeInViewport({ ratio: 1 });
    await expect(alice.page.getByRole("button", { name: /^Nouveau/ })).toHaveCount(0);
    expect((await boxOf(create)).y).toBeGreaterThan((await boxOf(pad)).y);
    expect((await boxOf(create)).height).toBeGreaterThanOrEqual(TARGET_PX);

    await create.click();
    await alice.page.getByRole("menuitem", { name: "Nouveau pad" }).click();
    const dialog = alice.page.getByRole("dialog", { name: "Nouveau pad" });
    await dialog.getByLabel("Titre du pad").fill("À nous");
    await dialog.getByRole("button", { name: "Créer le pad" }).click();
    await alice.isInPad("À nous");
  });
}

/** Somebody with the ballot before them. */
async function votes(box: BallotBox, device: BrowserContextOptions): Promise<Guest> {
  const lise = await box.together.joins("Lise", "participant", device);
  await box.letsEverybodyIn();
  await lise.visits(box.path);
  await expect(lise.page.getByText("Il vous reste 3 gommettes sur 3")).toBeVisible();
  return lise;
}

/** Where words stand that can be seen. */
function shown({ page }: Guest, words: string): Locator {
  return page.getByRole("main").getByText(words, { exact: true }).filter({ visible: true });
}

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (!box) throw new Error("it is not on the page");
  return box;
}
