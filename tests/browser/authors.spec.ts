// Who wrote what in a pad: colours for whoever wants them, names and amounts for everybody.
import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "@playwright/test";
import { fits } from "./fit.ts";
import { test } from "./guarded.ts";
import type { Guest } from "./guest.ts";
import { hears, listens } from "./listening/ear.ts";
import { chooses } from "./past.ts";
import { Together } from "./together.ts";

const COLOURS = "Couleurs des auteurs et autrices";

const panel = ({ page }: Guest) => page.getByRole("region", { name: "Qui a écrit" });
const writtenBy = (guest: Guest, name: string) => guest.editor.getByTitle(name, { exact: true });

test("colours are one's own to switch, with names, initials and amounts", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  const bob = await together.opens("Bob");
  await alice.types("Alice, ici.");
  await bob.reads("Alice, ici.");
  await bob.types("Bob.");
  await alice.reads("Bob.");
  await chooses(alice, COLOURS);
  await expect(writtenBy(alice, "Alice")).toHaveText("Alice, ici.");
  await expect(writtenBy(alice, "Bob")).toHaveText("Bob.");
  await expect(alice.editor.locator("[data-initials]")).toHaveAttribute("data-initials", "A+");
  await expect(panel(alice).getByText("Alice : 11 caractères (73 %)")).toBeVisible();
  await expect(panel(alice).getByText("Bob : 4 caractères (27 %)")).toBeVisible();
  await expect(writtenBy(bob, "Alice")).toHaveCount(0);
  // What comes while one looks has its author at once, in the middle of another's words too.
  await bob.page.keyboard.press("ControlOrMeta+Home");
  await bob.page.keyboard.type("Oui ");
  await expect(writtenBy(alice, "Bob").first()).toHaveText("Oui ");
  await alice.types(" Fin.");
  await expect(writtenBy(alice, "Alice").last()).toHaveText(" Fin.");
  // Something else may be said right after it.
  await listens(alice);
  await alice.page.keyboard.press("ControlOrMeta+Shift+Digit2");
  await expect.poll(() => hears(alice)).toContain("Sur cette ligne : Alice, Bob.");
  await chooses(alice, COLOURS);
  await expect(writtenBy(alice, "Bob")).toHaveCount(0);
  await expect(panel(alice)).toHaveCount(0);
});

test("authors are known after a restart, and what is cut and pasted is the paster's", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  await alice.types("Phrase d’Alice.");
  await alice.seesSaved();
  await server.kill();
  await server.restart();
  const bob = await together.opens("Bob");
  await chooses(bob, COLOURS);
  await expect(writtenBy(bob, "Alice")).toHaveText("Phrase d’Alice.");
  await bob.editor.focus();
  await bob.page.keyboard.press("ControlOrMeta+a");
  await bob.page.keyboard.press("ControlOrMeta+x");
  await bob.page.keyboard.press("ControlOrMeta+v");
  await expect(writtenBy(bob, "Bob")).toHaveText("Phrase d’Alice.");
  await expect(writtenBy(bob, "Alice")).toHaveCount(0);
});

test("a colour that is changed is changed for oneself, and kept", async ({ server, arrives }) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  await alice.types("Texte.");
  await alice.seesSaved();
  const lise = await together.opens("Lise", "reader");
  await lise.reads("Texte.");
  await chooses(lise, COLOURS);
  await panel(lise)
    .getByText(/^Alice/)
    .click();
  await panel(lise).getByRole("slider", { name: "Couleur de Alice" }).fill("200");
  await expect(writtenBy(lise, "Alice")).toHaveAttribute("style", /--hue: 200/);
  await lise.page.reload();
  await chooses(lise, COLOURS);
  await expect(writtenBy(lise, "Alice")).toHaveAttribute("style", /--hue: 200/);
  await panel(lise)
    .getByText(/^Alice/)
    .click();
  await panel(lise).getByRole("button", { name: "Couleur habituelle de Alice" }).click();
  await expect(writtenBy(lise, "Alice")).not.toHaveAttribute("style", /--hue: 200/);
});

for (const [name, options] of [
  ["a phone", { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }],
  ["a dark screen", { colorScheme: "dark" }],
] as const)
  test(`the colours are sound on ${name}`, async ({ server, arrives }, info) => {
    const together = await Together.prepares(server, arrives);
    const bob = await together.opens("Bob");
    await bob.types("Une ligne de Bob. ");
    await bob.seesSaved();
    const alice = await together.opens("Alice", "participant", options);
    await alice.reads("Bob.");
    await alice.types("Et une d’Alice.");
    await chooses(alice, COLOURS);
    await expect(writtenBy(alice, "Bob")).toBeVisible();
    await expect(panel(alice).getByText(/^Bob/)).toBeVisible();
    const { violations } = await new AxeBuilder({ page: alice.page }).analyze();
    expect(violations).toEqual([]);
    await fits(alice);
    await info.attach("authors", {
      body: await alice.page.screenshot({ fullPage: true }),
      contentType: "image/png",
    });
  });
