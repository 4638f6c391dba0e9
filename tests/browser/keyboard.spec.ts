// The whole way without a mouse: from the first page to a formatted line in a pad and back.
import { expect } from "@playwright/test";
import { test } from "./guarded.ts";
import { tabsBackTo, tabsTo } from "./keys.ts";

test("a workshop is opened, a pad written and left with the keyboard alone", async ({
  arrives,
}) => {
  const nadia = await arrives();
  const { keyboard } = nadia.page;
  await nadia.visits("/");
  await tabsTo(nadia, nadia.page.getByRole("textbox", { name: "Titre de l’atelier" }));
  await keyboard.type("Au clavier");
  await keyboard.press("Tab");
  await keyboard.type("Nadia");
  await keyboard.press("Enter");
  await expect(nadia.page.getByRole("heading", { level: 1, name: "Au clavier" })).toBeFocused();

  await tabsTo(nadia, nadia.page.getByRole("button", { name: "Nouveau pad" }));
  await keyboard.press("Enter");
  await expect(nadia.page.getByRole("dialog").getByRole("textbox")).toBeFocused();
  await keyboard.type("Sans souris");
  await keyboard.press("Enter");
  await nadia.isInPad("Sans souris");

  await tabsTo(nadia, nadia.page.getByRole("textbox", { name: /.*/ }));
  await keyboard.type("## Titre");
  await keyboard.press("Enter");
  await keyboard.type("- un point");
  await expect(nadia.editor.getByRole("heading", { level: 2, name: "Titre" })).toBeVisible();
  await expect(nadia.editor.getByRole("listitem")).toHaveText("un point");
  await nadia.seesSaved();

  await nadia.page.getByRole("heading", { level: 1, name: "Sans souris" }).focus();
  await keyboard.press("Shift+Tab");
  await tabsBackTo(nadia, nadia.page.getByRole("link", { name: "Retour à « Au clavier »" }));
  await keyboard.press("Enter");
  await expect(
    nadia.page.getByRole("main").getByRole("link", { name: "Sans souris" }),
  ).toBeVisible();
});

test("a dialog gives the focus back to what opened it", async ({ arrives }) => {
  const nadia = await arrives();
  await nadia.opensWorkshop("Au clavier", "Nadia");
  const invite = nadia.page.getByRole("banner").getByRole("button", { name: "Inviter" });
  await invite.focus();
  await nadia.page.keyboard.press("Enter");
  await expect(nadia.page.getByRole("dialog", { name: "Inviter dans l’atelier" })).toBeVisible();
  await nadia.page.keyboard.press("Escape");
  await expect(invite).toBeFocused();
});
