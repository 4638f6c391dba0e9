// Code, callouts, rules: how they are typed, chosen from a menu, and seen by others.
import { expect, type Locator } from "@playwright/test";
import { test } from "./guarded.ts";
import type { Guest } from "./guest.ts";
import { expectLines } from "./lines.ts";
import { isAccessible } from "./sound.ts";
import { Together } from "./together.ts";

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

function menuOf({ page }: Guest): Locator {
  return page.getByRole("dialog", { name: "Insérer un bloc" });
}

test("what Markdown writes for code, rules and callouts is typed", async ({ server, arrives }) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  const bob = await together.opens("Bob");
  await alice.types("```js\nif (a) {\n");
  await alice.page.keyboard.press("Tab");
  await alice.page.keyboard.type("**b();**\n}\n\n\n");
  await alice.page.keyboard.type("---Dessous\n> [!attention] Pas de flamme\nni de feu\n\n");
  await alice.page.keyboard.type("[!astuce] Du savon");
  const lines = [
    "code: if (a) {\n  **b();**\n}",
    "rule: ",
    "paragraph: Dessous",
    "callout: Pas de flamme",
    "callout: ni de feu",
    "callout: Du savon",
  ];
  await expectLines(together, alice, lines);
  await expectLines(together, bob, lines);
  await expect(bob.editor.locator("[data-tone=warning]")).toHaveCount(2);
  await expect(bob.editor.locator("[data-tone=tip]")).toHaveText("Du savon");
});

test("every block, and the menu of blocks, is sound for everybody", async ({ server, arrives }) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  await alice.types("```\nif (a)\n  b();\n\n\n");
  await alice.page.keyboard.type("---Dessous\n[!note] Bon à savoir\n\n[!astuce] Du savon\n\n");
  await alice.page.keyboard.type("[!attention] Pas de flamme\nni de feu\n\n");
  await alice.reads("ni de feu");
  await isAccessible(alice, "blocks");
  await alice.types("/");
  await expect(menuOf(alice)).toBeVisible();
  await isAccessible(alice, "blocks-menu");
});

test("keys lead over a rule, and take it away", async ({ server, arrives }) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  await alice.types("dessus\n---");
  await expectLines(together, alice, ["paragraph: dessus", "rule: ", "paragraph: "]);
  await alice.page.keyboard.press("ArrowUp");
  await alice.page.keyboard.type("dessous");
  await expectLines(together, alice, ["paragraph: dessus", "rule: ", "paragraph: dessous"]);
  await alice.page.keyboard.press("Home");
  await alice.page.keyboard.press("Backspace");
  await expectLines(together, alice, ["paragraph: dessus", "paragraph: dessous"]);
});

test("a slash on an empty line opens the menu of blocks", async ({ server, arrives }) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  await alice.types("et/ou\n/");
  const search = menuOf(alice).getByRole("combobox", { name: "Chercher un bloc" });
  await expect(search).toBeFocused();
  const options = menuOf(alice).getByRole("option");
  await expect(options.first()).toHaveAttribute("aria-selected", "true");
  await alice.page.keyboard.press("ArrowUp");
  await expect(menuOf(alice).getByRole("option", { name: "Texte" })).toHaveAttribute(
    "aria-selected",
    "true",
  );
  await alice.page.keyboard.type("encadre");
  await expect(options).toHaveCount(3);
  await alice.page.keyboard.press("ArrowDown");
  const chosen = menuOf(alice).getByRole("option", { name: "Encadré : astuce" });
  await expect(chosen).toHaveAttribute("aria-selected", "true");
  await expect(search).toHaveAttribute(
    "aria-activedescendant",
    (await chosen.getAttribute("id")) ?? "",
  );
  await alice.page.keyboard.press("Enter");
  await expect(menuOf(alice)).toBeHidden();
  await alice.page.keyboard.type("Du savon");
  await expectLines(together, alice, ["paragraph: et/ou", "callout: Du savon"]);
});

test("a slash that means no block is written", async ({ server, arrives }) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  await alice.types("/");
  await expect(menuOf(alice)).toBeVisible();
  await alice.page.keyboard.type("home");
  await expect(menuOf(alice).getByText("Aucun bloc de ce nom")).toBeVisible();
  await alice.page.keyboard.press("Escape");
  await expect(menuOf(alice)).toBeHidden();
  await alice.page.keyboard.type("/alice");
  await expectLines(together, alice, ["paragraph: /home/alice"]);
});

test("the sign beside an empty line opens the menu too", async ({ server, arrives }) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  await alice.types("dessus\n");
  await alice.page.locator(".beside").getByRole("button", { name: "Insérer un bloc" }).click();
  await menuOf(alice).getByRole("option", { name: "Trait de séparation" }).click();
  await alice.page.keyboard.type("dessous");
  await expectLines(together, alice, ["paragraph: dessus", "rule: ", "paragraph: dessous"]);
});

test("on a phone the menu is opened by a tool, and chosen from with a finger", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice", "participant", PHONE);
  await alice.types("Prévoir du savon");
  const tool = alice.page.getByRole("toolbar").getByRole("button", { name: "Insérer un bloc" });
  expect((await tool.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await tool.tap();
  const option = menuOf(alice).getByRole("option", { name: "Encadré : à savoir" });
  await option.scrollIntoViewIfNeeded();
  expect((await option.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await option.tap();
  await expectLines(together, alice, ["callout: Prévoir du savon"]);
});
