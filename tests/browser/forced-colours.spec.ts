// With the colours of one's own device: what is pressed or chosen is told from what is not, and what is drawn is seen.
import { expect, type Locator } from "@playwright/test";
import { ActionPlan, adds, card } from "./action-plan.ts";
import { BallotBox, brick, BRICKS } from "./ballot-box.ts";
import { test } from "./guarded.ts";
import { Homecoming } from "./homecoming.ts";
import { Together } from "./together.ts";

const DAY_MS = 86_400_000;
const schemes = ["light", "dark"] as const;
const DEVICES = schemes.map((colorScheme) => ({
  forcedColors: "active" as const,
  colorScheme,
  viewport: { width: colorScheme === "light" ? 1280 : 360, height: 740 },
}));

for (const device of DEVICES) {
  const { colorScheme } = device;

  test(`${colorScheme}: a pressed tool of a pad is told from the others`, async ({
    server,
    arrives,
  }) => {
    const together = await Together.prepares(server, arrives);
    const alice = await together.opens("Alice", "participant", device);
    await alice.types("mot");
    await alice.page.keyboard.press("ControlOrMeta+a");
    const bar = alice.page.getByRole("toolbar");
    await bar.getByRole("button", { name: /^Gras/ }).click();
    const tool = (name: RegExp) => bar.getByRole("button", { name });
    await isTold(tool(/^Gras/), tool(/^Italique/));
  });

  test(`${colorScheme}: the chosen view, filter, day and language are told from the others`, async ({
    server,
    arrives,
  }) => {
    const plan = await ActionPlan.prepares(server, arrives);
    const alice = await plan.joins("Alice", "participant", device);
    const { page } = alice;
    const view = (name: string) => page.getByRole("button", { name, exact: true });
    await isTold(view("Colonnes"), view("Liste"));
    const mine = page.getByRole("button", { name: "Mes cartes" });
    const filter = page.getByRole("button", { name: "Filtrer", exact: true });
    await mine.click();
    await isTold(mine, filter);
    await mine.click();
    await view("Calendrier").click();
    await isTold(view("Calendrier"), view("Liste"));
    if (colorScheme === "light") {
      const days = page.getByRole("gridcell");
      await isTold(days.and(page.locator("[aria-selected=true]")), days.first());
      await isTold(page.locator("[aria-current=date] time"), days.first().locator("time"));
    }
    await alice.visits("/");
    await isTold(view("Français"), view("English"));
  });

  test(`${colorScheme}: the round one looks at, dots and the bars of a result are seen`, async ({
    server,
    arrives,
  }) => {
    const box = await BallotBox.prepares(server, arrives);
    const round = await box.opensRound({ dots: 3 });
    const lise = await box.together.joins("Lise", "participant", device);
    await box.letsEverybodyIn();
    await lise.visits(box.path);
    const { page } = lise;
    const [writing, networks] = BRICKS;
    await expect(page.getByText("Il vous reste 3 gommettes sur 3")).toBeVisible();
    await brick(lise, writing).click();
    await expect(brick(lise, writing)).toHaveAttribute("aria-valuenow", "1");
    await isTold(brick(lise, writing).locator(".."), brick(lise, networks).locator(".."));
    const purse = page.locator(".purse");
    await isTold(purse.locator(".dot:not(.hollow)").first(), purse.locator(".hollow").first());
    await expect(page.getByText("vote enregistré")).toBeVisible();
    await box.steps(round, "close");
    await box.steps(round, "reveal");
    const bar = page.locator(".bar > span").first();
    await expect(bar).toBeVisible();
    expect(await groundOf(bar)).not.toBe(await groundOf(page.locator("body")));
    await box.opensRound({ dots: 2 });
    const rounds = page.getByRole("main").getByRole("navigation").getByRole("button");
    await isTold(rounds.and(page.locator("[aria-current]")), rounds.first());
  });

  test(`${colorScheme}: the two lines of the chart are seen, and told apart`, async ({
    server,
    arrives,
  }) => {
    const plan = await ActionPlan.prepares(server, arrives);
    const alice = await plan.joins("Alice", "participant", device);
    const { page } = alice;
    await adds(alice, "À faire", ["Une"]);
    await alice.seesSaved();
    // A line needs more than the day on which the first card was made.
    await page.clock.setSystemTime(Date.now() + 3 * DAY_MS);
    await alice.visits(plan.path);
    await page.getByRole("article").getByRole("checkbox").first().check();
    await page.getByRole("button", { name: "Le plan", exact: true }).click();
    await page.getByRole("menuitem", { name: "Avancement" }).click();
    const chart = page.getByRole("dialog", { name: "Avancement" }).getByRole("img");
    await expect(chart).toBeVisible();
    const ground = await groundOf(page.getByRole("dialog"));
    for (const line of ["path.open", "path.done"])
      await expect(chart.locator(line)).not.toHaveCSS("stroke", ground);
    await expect(chart.locator("path.open")).toHaveCSS("stroke-dasharray", "none");
    await expect(chart.locator("path.done")).not.toHaveCSS("stroke-dasharray", "none");
    for (const words of await chart.locator("text, .end").all())
      await expect(words).not.toHaveCSS("fill", ground);
  });

  test(`${colorScheme}: the parts of the bar of a structure are seen, and told apart`, async ({
    server,
    arrives,
  }) => {
    const home = await Homecoming.prepares(server, arrives);
    await home.isShared();
    const alice = await home.returns();
    await alice.visits(`${home.path}/${home.structure.document}`);
    const cards = alice.page.getByRole("article");
    await cards.first().getByRole("checkbox").check();
    await card(alice, "Faire le budget").click();
    await alice.page.getByLabel("Échéance").fill("2020-01-31");
    await alice.seesSaved();
    const nadia = await home.together.device(home.together.facilitator, device);
    await nadia.visits(`/w/${home.together.workshop.id}`);
    const board = nadia.page.getByRole("article").filter({ hasText: "Voir les cartes" });
    const bar = board.locator(".bar > span");
    await expect(bar).toHaveCount(3);
    const grounds = await bar.evaluateAll((parts) =>
      parts.map((part) => {
        const { backgroundColor, backgroundImage } = getComputedStyle(part);
        return backgroundImage === "none" ? backgroundColor : backgroundImage;
      }),
    );
    expect(new Set([...grounds, await groundOf(board)]).size).toBe(4);
    const highlight = await board.evaluate((one) => {
      one.style.outlineColor = "Highlight";
      return getComputedStyle(one).outlineColor;
    });
    expect(grounds[0]).toBe(highlight);
  });

  test(`${colorScheme}: where the focus is, is seen`, async ({ server, arrives }) => {
    const plan = await ActionPlan.prepares(server, arrives);
    const alice = await plan.joins("Alice", "participant", device);
    const { page } = alice;
    await page.getByRole("button", { name: "Colonnes", exact: true }).focus();
    for (let stop = 0; stop < 12; stop += 1) {
      await page.keyboard.press("Tab");
      const outline = await page.evaluate(() => {
        const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(
          document.activeElement ?? document.body,
        );
        return { outlineStyle, isThick: parseFloat(outlineWidth) >= 1, outlineColor };
      });
      expect(outline).toMatchObject({ isThick: true });
      expect(outline.outlineStyle).not.toBe("none");
    }
  });
}

/** By its ground or its rim, which are there whatever the colours are. */
async function isTold(chosen: Locator, other: Locator): Promise<void> {
  const marks = (one: Locator) =>
    one.evaluate((element) => {
      const { backgroundColor, color, outline, borderWidth, fontWeight } =
        getComputedStyle(element);
      return { ground: backgroundColor, color, outline, borderWidth, fontWeight };
    });
  await expect(chosen).toBeVisible();
  const [a, b] = [await marks(chosen), await marks(other)];
  const isTold =
    a.ground !== b.ground || a.outline !== b.outline || a.borderWidth !== b.borderWidth;
  const isBold = a.fontWeight !== b.fontWeight;
  expect(isTold || isBold, JSON.stringify([a, b])).toBe(true);
}

const groundOf = (one: Locator): Promise<string> =>
  one.evaluate((element) => getComputedStyle(element).backgroundColor);
