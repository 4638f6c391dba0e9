// Moving cards: with a mouse, a finger, the keyboard, a menu; and two people moving the same one.
import { expect } from "@playwright/test";
import {
  ActionPlan,
  adds,
  asksCard,
  card,
  column,
  middleOf,
  stands,
  titlesIn,
} from "./action-plan.ts";
import { Finger } from "./finger.ts";
import { test } from "./guarded.ts";

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const OFFLINE = "hors ligne — tout est gardé ici";

test("a mouse drags a card to another column, and others see it there", async ({
  server,
  arrives,
}) => {
  const plan = await ActionPlan.prepares(server, arrives);
  const alice = await plan.joins("Alice");
  const bob = await plan.joins("Bob");
  await adds(alice, "En cours", ["Une", "Deux", "Trois"]);
  await stands(bob, "En cours", ["Une", "Deux", "Trois"]);

  const { mouse } = alice.page;
  const from = await middleOf(card(alice, "Faire le budget"));
  const to = await middleOf(card(alice, "Deux"));
  await mouse.move(from.x, from.y);
  await mouse.down();
  await mouse.move(from.x + 20, from.y + 20);
  await expect(alice.page.locator(".ghost")).toBeVisible();
  await mouse.move(to.x, to.y - 15, { steps: 5 });
  await mouse.up();
  await expect(alice.page.locator(".ghost")).toHaveCount(0);
  await stands(alice, "En cours", ["Une", "Faire le budget", "Deux", "Trois"]);
  await stands(bob, "En cours", ["Une", "Faire le budget", "Deux", "Trois"]);
  await expect(alice.page.getByRole("dialog")).toHaveCount(0);

  await alice.page.keyboard.press("ControlOrMeta+z");
  await stands(bob, "En cours", ["Une", "Deux", "Trois"]);
  await alice.seesSaved();
});

test("Escape puts a card back that a mouse holds", async ({ server, arrives }) => {
  const plan = await ActionPlan.prepares(server, arrives);
  const alice = await plan.joins("Alice");
  const from = await middleOf(card(alice, "Faire le budget"));
  const to = await middleOf(column(alice, "Fait"));
  await alice.page.mouse.move(from.x, from.y);
  await alice.page.mouse.down();
  await alice.page.mouse.move(to.x, to.y, { steps: 5 });
  await expect(alice.page.locator(".ghost")).toBeVisible();
  await alice.page.keyboard.press("Escape");
  await expect(alice.page.locator(".ghost")).toHaveCount(0);
  await alice.page.mouse.up();
  await stands(alice, "Fait", []);
});

test("a finger that swipes over a card scrolls, and never moves it", async ({
  server,
  arrives,
}) => {
  const plan = await ActionPlan.prepares(server, arrives);
  const alice = await plan.joins("Alice", "participant", PHONE);
  const before = await titlesIn(alice, "À faire");
  const finger = await Finger.of(alice);
  await finger.swipesUp(await middleOf(card(alice, "Faire le budget")), 200);
  await expect.poll(() => alice.page.evaluate(() => scrollY)).toBeGreaterThan(50);
  expect(await titlesIn(alice, "À faire")).toEqual(before);
  await expect(alice.page.getByRole("dialog")).toHaveCount(0);
});

test("a finger that rests on a card moves it", async ({ server, arrives }) => {
  const plan = await ActionPlan.prepares(server, arrives);
  // So long a screen has no edge near the cards: nothing scrolls under the finger.
  const viewport = { width: 360, height: 1600 };
  const alice = await plan.joins("Alice", "participant", { ...PHONE, viewport });
  const finger = await Finger.of(alice);
  const from = await middleOf(card(alice, "Faire le budget"));
  const to = await middleOf(card(alice, "Vérifier assurances et autorisations"));
  await finger.presses(from);
  await expect(alice.page.locator(".ghost")).toBeVisible();
  await finger.slides(from, { x: to.x, y: to.y + 40 });
  await finger.lifts();
  await expect(alice.page.locator(".ghost")).toHaveCount(0);
  await expect.poll(async () => (await titlesIn(alice, "À faire"))[2]).toBe("Faire le budget");
  await expect(alice.page.getByRole("dialog")).toHaveCount(0);
});

test("a phone shows one column, and moves cards to others by the menu", async ({
  server,
  arrives,
}) => {
  const plan = await ActionPlan.prepares(server, arrives);
  const alice = await plan.joins("Alice", "participant", PHONE);
  await expect(column(alice, "À faire")).toBeVisible();
  await expect(column(alice, "En cours")).toBeHidden();
  await asksCard(alice, "Faire le budget", "Déplacer vers…");
  const dialog = alice.page.getByRole("dialog", { name: "Déplacer 1 carte" });
  await dialog.getByLabel("Colonne").selectOption("En cours");
  await dialog.getByRole("button", { name: "Déplacer" }).click();
  await alice.page.getByRole("button", { name: "Colonne suivante" }).click();
  await expect(column(alice, "À faire")).toBeHidden();
  await stands(alice, "En cours", ["Faire le budget"]);
});

test("the keyboard lifts, moves and puts down a card, and says each step", async ({
  server,
  arrives,
}) => {
  const plan = await ActionPlan.prepares(server, arrives);
  const alice = await plan.joins("Alice");
  const { keyboard } = alice.page;
  await adds(alice, "En cours", ["Une", "Deux"]);
  await card(alice, "Une").focus();
  await keyboard.press("ArrowDown");
  await expect(card(alice, "Deux")).toBeFocused();
  await keyboard.press("Space");
  await expect(alice.page.getByText("Deux soulevée. En cours, place 2 sur 2.")).toBeAttached();
  await keyboard.press("ArrowUp");
  await expect(alice.page.getByText("En cours, place 1 sur 2.", { exact: true })).toBeAttached();
  await keyboard.press("ArrowRight");
  await expect(alice.page.getByText("Fait, place 1 sur 1.", { exact: true })).toBeAttached();
  await keyboard.press("Escape");
  await expect(alice.page.getByText("Deux est restée à sa place.")).toBeAttached();
  await stands(alice, "En cours", ["Une", "Deux"]);

  await keyboard.press("Space");
  await keyboard.press("ArrowUp");
  await keyboard.press("Space");
  await stands(alice, "En cours", ["Deux", "Une"]);
  await expect(card(alice, "Deux")).toBeFocused();
});

test("a card lifted by the keyboard goes down a long column, always in sight", async ({
  server,
  arrives,
}) => {
  const plan = await ActionPlan.prepares(server, arrives);
  const alice = await plan.joins("Alice");
  const { keyboard } = alice.page;
  const titles = Array.from({ length: 50 }, (_, at) => `Carte ${String(at + 1)}`);
  await adds(alice, "En cours", titles);
  await card(alice, "Carte 1").focus();
  await keyboard.press("Space");
  await expect(alice.page.getByText("place 1 sur 50.")).toBeAttached();
  for (let at = 2; at <= 45; at += 1) {
    await keyboard.press("ArrowDown");
    const said = `En cours, place ${String(at)} sur 50.`;
    await expect(alice.page.getByText(said, { exact: true })).toBeAttached();
  }
  await expect(column(alice, "En cours").locator(".mark:not(.band)")).toBeInViewport();
  await keyboard.press("Space");
  await expect.poll(async () => (await titlesIn(alice, "En cours")).indexOf("Carte 1")).toBe(44);
  await expect(card(alice, "Carte 1")).toBeFocused();
});

test("two people move the same card, one of them offline: it is in one place", async ({
  server,
  arrives,
}) => {
  const plan = await ActionPlan.prepares(server, arrives);
  const alice = await plan.joins("Alice");
  const bob = await plan.joins("Bob");
  await adds(alice, "À faire", ["Disputée"]);
  await expect(card(bob, "Disputée")).toBeVisible();

  await alice.context.setOffline(true);
  await expect(alice.saving).toHaveText(OFFLINE);
  await asksCard(alice, "Disputée", "Déplacer vers…");
  await alice.page.getByRole("dialog").getByLabel("Colonne").selectOption("Fait");
  await alice.page.getByRole("dialog").getByRole("button", { name: "Déplacer" }).click();
  await stands(alice, "Fait", ["Disputée"]);
  await asksCard(bob, "Disputée", "Déplacer vers…");
  await bob.page.getByRole("dialog").getByLabel("Colonne").selectOption("En cours");
  await bob.page.getByRole("dialog").getByRole("button", { name: "Déplacer" }).click();
  await stands(bob, "En cours", ["Disputée"]);
  await adds(alice, "En cours", ["Écrite hors ligne"]);
  await alice.context.setOffline(false);

  await expect(card(bob, "Écrite hors ligne")).toBeVisible();
  await alice.seesSaved();
  const places = async (guest: typeof alice): Promise<boolean[]> =>
    Promise.all(
      ["À faire", "En cours", "Fait"].map((title) =>
        column(guest, title).getByRole("article", { name: "Disputée" }).isVisible(),
      ),
    );
  await expect(card(alice, "Disputée")).toHaveCount(1);
  await expect(card(bob, "Disputée")).toHaveCount(1);
  await expect.poll(() => places(alice)).toEqual(await places(bob));
});
