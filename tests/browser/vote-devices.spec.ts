// Voting on small and on several devices: what one has left is in view, and one's dots are one's own everywhere.
import { expect, type Page } from "@playwright/test";
import { BallotBox, brick, BRICKS, isCounted, places } from "./ballot-box.ts";
import { test } from "./guarded.ts";

const [WRITING, NETWORKS, FREE] = BRICKS;

test("who comes late reads it before they tap, and votes once they are let in by name", async ({
  server,
  arrives,
}) => {
  const box = await BallotBox.prepares(server, arrives);
  await box.opensRound({ dots: 3 });
  const nadia = await box.facilitates();
  const late = nadia.page.getByRole("group", { name: "après l’ouverture" });
  await expect(late).toBeHidden();
  const phone = { viewport: { width: 360, height: 740 } };
  const [awa, denis] = [
    await box.together.joins("Awa", "participant", phone),
    await box.together.joins("Denis"),
  ];
  await Promise.all([awa.visits(box.path), denis.visits(box.path)]);
  const notice = "votre nom n’est pas sur la liste de ce tour";
  await expect(awa.page.getByText(notice)).toBeVisible();
  await expect(awa.page.getByRole("spinbutton")).toHaveCount(0);
  await expect(late.getByText("2 personnes sont arrivées")).toBeVisible();
  await nadia.page.bringToFront();
  await late.getByRole("button", { name: "Laisser voter Awa" }).focus();
  await nadia.page.keyboard.press("Enter");
  await expect(nadia.page.getByText("Awa peut voter.")).toBeVisible();
  await expect(late.getByRole("button", { name: "Laisser voter Denis" })).toBeFocused();
  await expect(awa.page.getByText(notice)).toBeHidden();
  await places(awa, WRITING, 1);
  await isCounted(awa);
  await expect(denis.page.getByText(notice)).toBeVisible();
  await expect(nadia.page.getByText("1 personne sur 2 a voté")).toBeVisible();
  await nadia.page.keyboard.press("Enter");
  await expect(denis.page.getByText(notice)).toBeHidden();
  await expect(late).toBeHidden();
  await expect(nadia.page.getByText("1 personne sur 3 a voté")).toBeVisible();
});

test("who was away while others voted reads how many did, and so does who opens the page later", async ({
  server,
  arrives,
}) => {
  const box = await BallotBox.prepares(server, arrives);
  const [lise, awa] = [await box.joins("Lise"), await box.joins("Awa")];
  await box.opensRound({ dots: 3 });
  await expect(awa.page.getByText("Il vous reste 3 gommettes sur 3")).toBeVisible();
  await awa.context.setOffline(true);
  await expect(awa.page.getByText("Hors ligne : vos gommettes")).toBeVisible();
  await places(lise, WRITING, 1);
  await isCounted(lise);
  await awa.context.setOffline(false);
  const turnout = "1 personne a voté, 0 a terminé.";
  await expect(awa.page.getByText(turnout)).toBeVisible();
  const later = await box.onAnotherDevice(awa);
  await expect(later.page.getByText(turnout)).toBeVisible();
});

test("what one votes on one device shows on one's other device", async ({ server, arrives }) => {
  const box = await BallotBox.prepares(server, arrives);
  await box.opensRound({ dots: 3 });
  const phone = await box.joins("Lise", "participant", 360);
  const laptop = await box.onAnotherDevice(phone);
  await places(phone, WRITING, 2);
  await isCounted(phone);
  await expect(brick(laptop, WRITING)).toHaveAttribute("aria-valuenow", "2");
  await places(laptop, FREE, 1);
  await isCounted(laptop);
  await expect(brick(phone, FREE)).toHaveAttribute("aria-valuenow", "1");
  await expect(phone.page.getByText("Il vous reste 0 gommette sur 3")).toBeVisible();
  await brick(laptop, NETWORKS).click();
  await expect(laptop.page.getByText("Vous avez placé toutes vos gommettes")).toBeVisible();
});

test("on a phone what is left is in view, at the top as at the end", async ({
  server,
  arrives,
}) => {
  const box = await BallotBox.prepares(server, arrives);
  const lise = await box.joins("Lise", "participant", 360);
  await box.opensRound({ dots: 3, seconds: 600 });
  const left = lise.page.getByText("Il vous reste 3 gommettes sur 3");
  await expect(left).toBeInViewport();
  await brick(lise, "Gérer les flux et le temps").focus();
  await expect(left).toBeInViewport();
  await isUncovered(lise.page, "Gérer les flux et le temps");
  await lise.page.keyboard.press("Shift+Tab");
  await lise.page.keyboard.press("Shift+Tab");
  await isUncovered(lise.page, "Logiciels libres");
  await expect(left).toBeInViewport();
});

test("a page that is opened again without a network goes on with one's ballot", async ({
  server,
  arrives,
}) => {
  const box = await BallotBox.prepares(server, arrives);
  await box.opensRound({ dots: 3 });
  const lise = await box.joins("Lise", "participant", 420);
  await lise.isReadyForOffline();
  await lise.page.reload();
  await places(lise, WRITING, 1);
  await isCounted(lise);
  await lise.context.setOffline(true);
  await lise.page.reload();
  await expect(brick(lise, WRITING)).toHaveAttribute("aria-valuenow", "1");
  await places(lise, FREE, 2);
  await expect(lise.page.getByText("gardé ici, envoi dès que possible")).toBeVisible();
  await lise.context.setOffline(false);
  await isCounted(lise);
  const laptop = await box.onAnotherDevice(lise);
  await expect(brick(laptop, FREE)).toHaveAttribute("aria-valuenow", "2");
  await expect(brick(laptop, WRITING)).toHaveAttribute("aria-valuenow", "1");
});

test("the time left is the server's, whatever the clock of the device says", async ({
  server,
  arrives,
}) => {
  const box = await BallotBox.prepares(server, arrives);
  await box.opensRound({ seconds: 600 });
  const lise = await box.together.joins("Lise");
  await lise.page.clock.install({ time: Date.now() + 3_600_000 });
  await lise.visits(box.path);
  await expect(lise.page.getByRole("timer")).toHaveText(/Il reste (10:00|[89]:\d\d)/);
});

test("the result grows into place, or simply stands there for who wants no motion", async ({
  server,
  arrives,
}) => {
  const box = await BallotBox.prepares(server, arrives);
  const round = await box.opensRound();
  const [lise, calm] = [await box.joins("Lise"), await box.joins("Calme")];
  await calm.page.emulateMedia({ reducedMotion: "reduce" });
  await places(lise, WRITING, 2);
  await isCounted(lise);
  await box.steps(round, "close");
  const moves = [lise, calm].map(({ page }) => motion(page));
  await box.steps(round, "reveal");
  expect(await Promise.all(moves)).toEqual([true, false]);
});

/** Whether the bar of the first brick grows from the moment the result appears. */
async function motion(page: Page): Promise<boolean> {
  const region = await page.waitForFunction(() => document.querySelector("main .bar > span"));
  return region.evaluate((bar) => {
    const styles = getComputedStyle(bar as Element);
    return styles.animationName !== "none" && parseFloat(styles.animationDuration) > 0.1;
  });
}

/** The card that has the focus is not under anything else. */
async function isUncovered(page: Page, title: string): Promise<void> {
  await expect(page.getByRole("spinbutton", { name: title })).toBeFocused();
  const isOnTop = await page.evaluate(() => {
    const card = document.activeElement;
    if (!card) return false;
    const { left, right, top } = card.getBoundingClientRect();
    return card.contains(document.elementFromPoint((left + right) / 2, top + 8));
  });
  expect(isOnTop).toBe(true);
}
