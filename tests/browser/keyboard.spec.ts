// The whole way without a mouse: from the first page to a formatted line in a pad and back.
import { expect } from "@playwright/test";
import type { Guest } from "./guest.ts";
import { test } from "./guarded.ts";

/** Presses Tab until the thing called `name` has the focus, as somebody without a mouse does. */
async function tabsTo(guest: Guest, role: "button" | "link" | "textbox", name: string | RegExp) {
  const wanted = guest.page.getByRole(role, { name });
  await expect(wanted.first()).toBeVisible();
  for (let step = 0; step < 60; step += 1) {
    await guest.page.keyboard.press("Tab");
    const isThere = await wanted.first().evaluate((element) => element === document.activeElement);
    if (isThere) return;
  }
  throw new Error(`no way by Tab to the ${role} ${String(name)}`);
}

test("a workshop is opened, a pad written and left with the keyboard alone", async ({
  arrives,
}) => {
  const nadia = await arrives();
  const { keyboard } = nadia.page;
  await nadia.visits("/");
  await tabsTo(nadia, "textbox", "Titre de l’atelier");
  await keyboard.type("Au clavier");
  await keyboard.press("Tab");
  await keyboard.type("Nadia");
  await keyboard.press("Enter");
  await expect(nadia.page.getByRole("heading", { level: 1, name: "Au clavier" })).toBeFocused();

  await tabsTo(nadia, "button", "Nouveau pad");
  await keyboard.press("Enter");
  await keyboard.type("Sans souris");
  await keyboard.press("Enter");
  await nadia.isInPad("Sans souris");

  await tabsTo(nadia, "textbox", /.*/);
  await keyboard.type("## Titre");
  await keyboard.press("Enter");
  await keyboard.type("- un point");
  await expect(nadia.editor.getByRole("heading", { level: 2, name: "Titre" })).toBeVisible();
  await expect(nadia.editor.getByRole("listitem")).toHaveText("un point");
  await nadia.seesSaved();

  await nadia.page.getByRole("heading", { level: 1, name: "Sans souris" }).focus();
  await keyboard.press("Shift+Tab");
  await tabsBackTo(nadia, "Retour à « Au clavier »");
  await keyboard.press("Enter");
  await expect(nadia.page.getByRole("link", { name: "Sans souris" })).toBeVisible();
});

async function tabsBackTo(guest: Guest, name: string): Promise<void> {
  const wanted = guest.page.getByRole("link", { name });
  for (let step = 0; step < 60; step += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await guest.page.keyboard.press("Shift+Tab");
  }
  throw new Error(`no way back by Tab to the link ${name}`);
}

test("a dialog gives the focus back to what opened it", async ({ arrives }) => {
  const nadia = await arrives();
  await nadia.opensWorkshop("Au clavier", "Nadia");
  const invite = nadia.page.getByRole("button", { name: "Inviter" });
  await invite.focus();
  await nadia.page.keyboard.press("Enter");
  await expect(nadia.page.getByRole("dialog", { name: "Inviter dans l’atelier" })).toBeVisible();
  await nadia.page.keyboard.press("Escape");
  await expect(invite).toBeFocused();
});
