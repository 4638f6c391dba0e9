// The past of a pad: moved through, compared, marked with stars, restored, by several people.
import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "@playwright/test";
import { fits } from "./fit.ts";
import { test } from "./guarded.ts";
import { chooses, Past } from "./past.ts";
import { Together } from "./together.ts";

test("two people's text goes back and forth by keyboard, with who and when", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  const bob = await together.opens("Bob");
  await alice.types("Ana écrit. ");
  await bob.reads("Ana écrit.");
  await bob.types("Ben aussi.");
  await alice.reads("Ben aussi.");
  await bob.seesSaved();
  const past = await Past.opens(alice);
  await expect(past.text).toHaveText("Ana écrit. Ben aussi.");
  const last = await past.steps();
  await past.isAt(last);
  await expect(past.slider).toHaveAttribute("aria-valuetext", /Bob$/);
  await alice.page.keyboard.press("ArrowLeft");
  await past.isAt(last - 1);
  await expect(past.text).toHaveText("Ana écrit. Ben aussi");
  await past.slider.focus();
  await alice.page.keyboard.press("ArrowLeft");
  await past.isAt(last - 2);
  await alice.page.keyboard.press("Home");
  await past.isAt(1);
  await expect(past.text).toHaveText("");
  await past.region.getByLabel("Vitesse").selectOption({ label: "rapide" });
  await past.region.press("Space");
  await expect(past.button("Pause")).toBeVisible();
  await expect(past.text).toContainText("Ana");
  await expect(past.button("Rejouer")).toBeVisible();
  await expect(past.text).toHaveText("Ana écrit. Ben aussi.");
  await alice.page.keyboard.press("Escape");
  await expect(alice.editor).toBeVisible();
  // Of two windows only the one in front has the focus, where a browser tells them apart.
  await alice.page.bringToFront();
  await expect(alice.page.getByRole("button", { name: "Menu du pad" })).toBeFocused();
});

test("an earlier version is the text again at one press, and undone at another", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  const bob = await together.opens("Bob");
  await alice.types("Premier. ");
  await alice.seesSaved();
  await alice.page.keyboard.press("ControlOrMeta+s");
  await expect(alice.page.getByText("Une étoile marque cette version.")).toBeVisible();
  await bob.reads("Premier.");
  await bob.types("De trop.");
  await alice.reads("De trop.");
  await bob.seesSaved();
  const past = await Past.opens(bob);
  await expect(past.region.getByRole("button", { name: /^★? ?Version du/ })).toBeVisible();
  await past.region.press("Shift+ArrowLeft");
  await expect(past.text).toHaveText("Premier. ");
  await past.button("Restaurer cette version").click();
  await bob.readsNoMore("De trop.");
  await alice.readsNoMore("De trop.");
  await alice.reads("Premier.");
  await bob.page.getByRole("button", { name: "Annuler", exact: true }).click();
  await alice.reads("Premier. De trop.");
  await bob.reads("Premier. De trop.");
  // Nothing of it is lost: what was restored and undone is history too.
  const again = await Past.opens(alice);
  const last = await again.steps();
  await again.compares("le début");
  await expect(again.text.getByRole("insertion")).toHaveText("Premier. De trop.");
  await again.region.press("ArrowLeft");
  await again.isAt(last - 1);
});

test("stars are named, found with Shift and arrows, and told at once", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  await alice.types("Un.");
  await alice.seesSaved();
  await chooses(alice, "Étoile sur cette version");
  await expect(alice.page.getByText("Une étoile marque cette version.")).toBeVisible();
  await alice.types(" Deux.");
  await alice.seesSaved();
  const lise = await together.opens("Lise", "reader");
  const seen = await Past.opens(lise);
  const past = await Past.opens(alice);
  await past.region.getByRole("button", { name: /^Renommer/ }).click();
  await past.region.getByLabel("Nom de la version").fill("Matin");
  await past.button("Garder ce nom").click();
  const star = seen.region.getByRole("button", { name: /Matin/ });
  await expect(star).toBeVisible();
  await star.click();
  await expect(seen.text).toHaveText("Un.");
  await seen.compares("le début");
  await expect(seen.region.getByText("3 caractères en plus, 0 en moins.")).toBeVisible();
  // A reader reads, and changes nothing.
  await expect(seen.button("Restaurer cette version")).toHaveCount(0);
  await expect(seen.region.getByRole("button", { name: /^Renommer|Retirer/ })).toHaveCount(0);
  await past.region.getByRole("button", { name: "Retirer l’étoile « Matin »" }).click();
  await expect(star).toHaveCount(0);
});

test("what is new since the last visit is marked, with what went", async ({ server, arrives }) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  const bob = await together.opens("Bob");
  await bob.types("Connu. ");
  await alice.reads("Connu.");
  await bob.seesSaved();
  await alice.page.goto("about:blank");
  await bob.types("Nouveau.");
  await bob.seesSaved();
  // An hour later: who comes back at once is still on the same visit.
  await alice.page.clock.setFixedTime(Date.now() + 60 * 60 * 1_000);
  await alice.visits(together.path);
  await alice.reads("Nouveau.");
  const past = await Past.opens(alice, "Nouveau depuis ma dernière visite");
  await expect(past.text.getByRole("insertion")).toHaveText("Nouveau.");
  await expect(past.region.getByText("8 caractères en plus, 0 en moins.")).toBeVisible();
});

test("without a network the history says what it needs, and the text goes on", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  await alice.types("Ici. ");
  await alice.seesSaved();
  const before = await Past.opens(alice);
  await before.button("Revenir au texte").click();
  await alice.context.setOffline(true);
  await chooses(alice, "Historique");
  const alert = alice.page.getByRole("alert").filter({ hasText: "il faut le réseau" });
  await expect(alert).toBeVisible();
  await alice.context.setOffline(false);
  await alert.getByRole("button", { name: "Réessayer" }).click();
  await expect(before.text).toHaveText("Ici. ");
});

for (const [name, options] of [
  ["a phone", { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }],
  ["a dark screen", { colorScheme: "dark" }],
] as const)
  test(`the history is sound on ${name}`, async ({ server, arrives }, info) => {
    const together = await Together.prepares(server, arrives);
    const alice = await together.opens("Alice", "participant", options);
    await alice.types("Une phrase à garder, puis une autre.");
    await alice.seesSaved();
    await chooses(alice, "Étoile sur cette version");
    const past = await Past.opens(alice);
    await past.compares("le début");
    await expect(past.text.getByRole("insertion")).toBeVisible();
    const { violations } = await new AxeBuilder({ page: alice.page })
      .options({ rules: { "target-size": { enabled: true } } })
      .analyze();
    expect(violations).toEqual([]);
    // What is said for a moment lies over the list until it goes.
    await expect(alice.page.getByText("Une étoile marque cette version.")).toBeHidden();
    await fits(alice);
    await info.attach("history", {
      body: await alice.page.screenshot({ fullPage: true }),
      contentType: "image/png",
    });
  });
