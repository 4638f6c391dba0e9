// What is around the text of a pad: its outline, how long it is, the whole screen for it, and who is heard to write in it.
import { expect, type Locator } from "@playwright/test";
import { fits } from "./fit.ts";
import { test } from "./guarded.ts";
import type { Guest } from "./guest.ts";
import { hears, listens } from "./listening/ear.ts";
import { isAccessible } from "./sound.ts";
import { Together } from "./together.ts";

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

function outline({ page }: Guest): Locator {
  return page.getByRole("navigation", { name: "Plan" });
}

async function asks({ page }: Guest, entry: string): Promise<void> {
  await page.getByRole("button", { name: "Menu du pad" }).click();
  await page.getByRole("menu").getByText(entry, { exact: true }).click();
}

/** Some headings; under the last so much that in a low window nothing else is in view. */
async function writesChapters(guest: Guest): Promise<void> {
  await guest.types(`# Matin\nun\n## Accueil\ndeux\n# Après-midi${"\nx".repeat(12)}`);
}

test("the outline marks where one is, and leads to what one chooses", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  await writesChapters(alice);
  const entries = outline(alice).getByRole("button");
  await expect(entries).toHaveText(["Matin", "Accueil", "Après-midi"]);
  const here = outline(alice).locator("[aria-current]");
  await expect(here).toHaveText("Après-midi");
  await entries.first().click();
  await expect(alice.editor).toBeFocused();
  await expect(here).toHaveText("Matin");
  await alice.page.keyboard.press("End");
  await alice.page.keyboard.type(" tôt");
  await expect(entries.first()).toHaveText("Matin tôt");
  await isAccessible(alice, "pad-outline");

  // Of who only reads, it is what is in view.
  const lise = await together.joins("Lise", "reader");
  await lise.visits(together.path);
  await expect(outline(lise).getByRole("button")).toHaveCount(3);
  await lise.page.setViewportSize({ width: 1280, height: 400 });
  await lise.editor.hover();
  await lise.page.mouse.wheel(0, 10_000);
  await expect(outline(lise).locator("[aria-current]")).toHaveText("Après-midi");
});

test("on a phone the outline is one tap away", async ({ server, arrives }) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice", "participant", PHONE);
  await writesChapters(alice);
  await alice.page.getByRole("button", { name: "Plan", exact: true }).tap();
  const dialog = alice.page.getByRole("dialog", { name: "Plan" });
  await expect(dialog).toBeVisible();
  await fits(alice);
  await alice.page.screenshot({ path: "out/pad-outline-phone.png" });
  await dialog.getByRole("button", { name: "Matin" }).tap();
  await expect(dialog).toHaveCount(0);
  await expect(alice.editor.getByRole("heading", { name: "Matin" })).toBeInViewport();
  await expect(alice.editor).toBeFocused();
});

test("words and characters are counted, of what is chosen too", async ({ server, arrives }) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  const bob = await together.opens("Bob");
  await alice.types("L’été, un deux");
  await asks(alice, "Compter les mots");
  await expect(
    alice.page.getByRole("main").getByText("3 mots, 14 signes", { exact: true }),
  ).toBeVisible();
  await bob.types(" trois");
  await expect(
    alice.page.getByRole("main").getByText("4 mots, 20 signes", { exact: true }),
  ).toBeVisible();
  await alice.editor.focus();
  await alice.page.keyboard.press("Home");
  for (let letter = 0; letter < 5; letter += 1) await alice.page.keyboard.press("Shift+ArrowRight");
  const count = alice.page.getByRole("main").getByText(/^Sélection/);
  await expect(count).toHaveText(/^Sélection\s: 1 mot, 5 signes\. En tout\s: 4 mots/);
  await alice.page.emulateMedia({ media: "print" });
  await expect(count).toBeHidden();
});

test("the pad has the whole screen until one leaves it", async ({ server, arrives }) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  const back = alice.page.getByRole("link", { name: /^Retour/ });
  const isFull = (): Promise<boolean> =>
    alice.page.evaluate(() => document.fullscreenElement !== null);
  await alice.types("Un mot");
  await asks(alice, "Plein écran");
  await expect(back).toBeHidden();
  await expect.poll(isFull).toBe(true);
  await alice.seesSaved();
  await expect(alice.saving).toBeVisible();
  await alice.page.evaluate(() => document.exitFullscreen());
  await expect(back).toBeVisible();
  // Where the browser has none, or refuses, Escape leaves it as well.
  await alice.page.evaluate(() => {
    document.documentElement.requestFullscreen = () => Promise.reject(new Error("refused"));
  });
  await asks(alice, "Plein écran");
  await expect(back).toBeHidden();
  await isAccessible(alice, "pad-full-screen");
  await alice.editor.focus();
  await alice.page.keyboard.press("Escape");
  await expect(back).toBeVisible();
  await expect(alice.editor).toBeFocused();
  await asks(alice, "Plein écran");
  await alice.page.goBack();
  await expect(alice.page.locator("[data-full]")).toHaveCount(0);
});

test("who writes is said in one sentence, with where", async ({ server, arrives }) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  await alice.types("# Courses\n");
  const [bob, chloe] = [await together.opens("Bob"), await together.opens("Chloé")];
  for (const other of [bob, chloe]) await other.types("");
  for (const name of ["Bob", "Chloé"]) await expect(alice.caretOf(name)).toBeVisible();
  await listens(alice);
  await expect(async () => {
    await Promise.all([bob, chloe].map((other) => other.types("pain ")));
    expect(await hears(alice)).toContainEqual(
      expect.stringMatching(/^(Bob et Chloé|Chloé et Bob) ont écrit dans « Courses »\.$/),
    );
  }).toPass({ timeout: 60_000 });
});

test("a device that is not to say who writes goes on saying nothing", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  const entry = alice.page.getByRole("menuitemcheckbox", {
    name: "Annoncer à voix haute qui écrit",
  });
  const menu = alice.page.getByRole("button", { name: "Menu du pad" });
  await menu.click();
  await expect(entry).toBeChecked();
  await entry.click();
  await alice.page.reload();
  await menu.click();
  await expect(entry).not.toBeChecked();
});

test("items that follow one another are one list to a screen reader", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  const bob = await together.opens("Bob");
  await bob.types("- un\ndeux");
  await bob.page.keyboard.press("Enter");
  await bob.page.keyboard.press("Tab");
  await bob.page.keyboard.type("trois\n\n\n\ndehors\n- autre");
  await alice.reads("autre");
  const lists = `
    - list:
      - listitem: un
      - listitem: deux
      - listitem: trois
    - paragraph: dehors
    - list:
      - listitem: autre
  `;
  for (const guest of [alice, bob]) await expect(guest.editor).toMatchAriaSnapshot(lists);
});
