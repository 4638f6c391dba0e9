// Find and replace: what is found is marked, counted and said; what is replaced is one thing to undo, and leaves to others what is theirs.
import { expect, type Locator } from "@playwright/test";
import { fits } from "./fit.ts";
import { test } from "./guarded.ts";
import type { Guest } from "./guest.ts";
import { expectLines } from "./lines.ts";
import { hears, listens } from "./listening/ear.ts";
import { pastes } from "./pasting.ts";
import { isAccessible } from "./sound.ts";
import { Together } from "./together.ts";

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

function bar({ page }: Guest): Locator {
  return page.getByRole("search", { name: "Chercher dans le pad" });
}

function field(guest: Guest): Locator {
  return bar(guest).getByRole("textbox", { name: "Chercher" });
}

function replacement(guest: Guest): Locator {
  return bar(guest).getByRole("textbox", { name: "Remplacer par" });
}

/** What is marked, in its order; the one that is looked at between brackets. */
async function marks(guest: Guest, wanted: string[]): Promise<void> {
  await expect
    .poll(() =>
      guest.editor
        .locator(".found")
        .evaluateAll((all) =>
          all.map(({ classList, textContent }) =>
            classList.contains("found-here") ? `[${textContent}]` : textContent,
          ),
        ),
    )
    .toEqual(wanted);
}

async function counts(guest: Guest, words: string | RegExp): Promise<void> {
  await expect(bar(guest).locator(".count")).toHaveText(words);
}

test("what is found is marked and counted, and keys go from one to the next", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  const { keyboard } = alice.page;
  await alice.types("Un été\n- ete\nÉTÉ et étés");
  await keyboard.press("ControlOrMeta+Home");
  await keyboard.press("ControlOrMeta+f");
  await expect(field(alice)).toBeFocused();
  await listens(alice);
  await keyboard.type("été");
  await marks(alice, ["[été]", "ete", "ÉTÉ", "été"]);
  await counts(alice, "1 sur 4");
  await expect.poll(() => hears(alice)).toContain("1 sur 4, Un été");
  await keyboard.press("Enter");
  await marks(alice, ["été", "[ete]", "ÉTÉ", "été"]);
  await keyboard.press("F3");
  await counts(alice, "3 sur 4");
  await keyboard.press("Shift+F3");
  await keyboard.press("Shift+Enter");
  await keyboard.press("Shift+Enter");
  await counts(alice, "4 sur 4");
  await bar(alice).getByRole("button", { name: "Options" }).click();
  await bar(alice).getByRole("checkbox", { name: "Mots entiers seulement" }).check();
  await marks(alice, ["[été]", "ete", "ÉTÉ"]);
  await bar(alice)
    .getByRole("checkbox", { name: /sans les accents/ })
    .uncheck();
  await marks(alice, ["[été]", "ÉTÉ"]);
  await bar(alice).getByRole("checkbox", { name: "Distinguer les majuscules" }).check();
  await marks(alice, ["[été]"]);
  await field(alice).fill("hiver");
  await counts(alice, "Aucun résultat");
  await field(alice).fill("et");
  await field(alice).press("Escape");
  await expect(bar(alice)).toHaveCount(0);
  await expect(alice.editor).toBeFocused();
  // What one looked at is chosen: one writes over it.
  await keyboard.type("puis");
  await alice.reads("ÉTÉ puis étés");
  await expect(alice.editor.locator(".found")).toHaveCount(0);
});

test("asked for once more, finding is the browser's", async ({ server, arrives }) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  await alice.types("Un mot");
  await alice.page.evaluate(() => {
    const kept: boolean[] = [];
    addEventListener("keydown", (event) => {
      if (event.key === "f") kept.push(event.defaultPrevented);
    });
    Object.assign(globalThis, { kept });
  });
  const kept = (): Promise<boolean[]> =>
    alice.page.evaluate(() => (globalThis as unknown as { kept: boolean[] }).kept);
  await alice.page.keyboard.press("ControlOrMeta+f");
  await expect(field(alice)).toBeFocused();
  await alice.page.keyboard.press("ControlOrMeta+f");
  await expect.poll(kept).toEqual([true, false]);
});

test("all is replaced as one thing to undo, in tables and code too", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  const bob = await together.opens("Bob");
  await bob.types("Le chat de Bob\n| Chat | Jour |\n");
  await expect(bob.editor.locator("td")).toHaveCount(2);
  await bob.page.keyboard.type("un chat");
  await alice.reads("un chat");
  await alice.types("chats **chat** fin\n```\nchat();");
  await expectLines(together, bob, [
    "paragraph: Le chat de Bob",
    "table: ",
    "row: Chat | Jour",
    "row: un chat | ",
    "paragraph: chats chat fin",
    "code: chat();",
  ]);
  await alice.page.keyboard.press("ControlOrMeta+h");
  await field(alice).fill("chat");
  await counts(alice, "1 sur 6");
  await replacement(alice).fill("chaton");
  await listens(alice);
  await bar(alice).getByRole("button", { name: "Tout remplacer" }).click();
  await expect
    .poll(() => hears(alice))
    .toContain("6 remplacements faits. Ctrl+Z, dans le texte, les annule tous.");
  const by = (word: string): string[] => [
    `paragraph: Le ${word} de Bob`,
    "table: ",
    `row: ${word === "chat" ? "Chat" : word} | Jour`,
    `row: un ${word} | `,
    `paragraph: ${word}s ${word} fin`,
    `code: ${word}(); // Bob`,
  ];
  await bob.types(" // Bob");
  await expectLines(together, bob, by("chaton"));
  // What was replaced is left where it is; back in the text, one undoes it.
  await replacement(alice).press("Escape");
  await alice.page.keyboard.press("ControlOrMeta+z");
  await expectLines(together, bob, by("chat"));
  await expect(bob.editor.locator("strong")).toHaveText("chat");
});

test("very many are replaced piece by piece, and undone as one", async ({ server, arrives }) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  const lines = Array.from({ length: 200 }, (_, at) => `chat ${String(at)}, un chat et un chat`);
  await pastes(alice, { text: lines.join("\n"), html: "" });
  await alice.reads("chat 199, un chat et un chat");
  await alice.page.keyboard.press("ControlOrMeta+h");
  await field(alice).fill("chat");
  await counts(alice, /^\d+ sur 600$/);
  await replacement(alice).fill("chaton");
  await bar(alice).getByRole("button", { name: "Tout remplacer" }).click();
  await expect(bar(alice)).toContainText("600 remplacements faits");
  const words = (): Promise<number> => alice.text().then((text) => text.split("chaton").length - 1);
  expect(await words()).toBe(600);
  await replacement(alice).press("Escape");
  await alice.page.keyboard.press("ControlOrMeta+z");
  await expect.poll(words).toBe(0);
  await expect(alice.editor.locator("p")).toHaveCount(200);
});

test("one is replaced after the other, and what others write is found as well", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  const bob = await together.opens("Bob");
  await alice.types("un deux un deux");
  await alice.page.keyboard.press("ControlOrMeta+Home");
  await alice.page.keyboard.press("ControlOrMeta+h");
  await field(alice).fill("un");
  await replacement(alice).fill("trois");
  await replacement(alice).press("Enter");
  await marks(alice, ["[un]"]);
  await bob.types(" un");
  await counts(alice, "1 sur 2");
  await bar(alice).getByRole("button", { name: "Remplacer", exact: true }).last().click();
  await marks(alice, ["[un]"]);
  await expectLines(together, alice, ["paragraph: trois deux trois deux un"]);
});

test("who may only read finds, and replaces nothing", async ({ server, arrives }) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  await alice.types("un mot");
  const lise = await together.joins("Lise", "reader", PHONE);
  await lise.visits(together.path);
  await expect(lise.page.getByText("un mot")).toBeVisible();
  await lise.page.getByRole("button", { name: "Menu du pad" }).tap();
  await lise.page.getByRole("menuitem", { name: "Chercher" }).tap();
  await field(lise).fill("MOT");
  await expect(lise.page.locator(".found-here")).toHaveText("mot");
  await fits(lise);
  await expect(bar(lise).getByRole("button", { name: "Remplacer" })).toHaveCount(0);
});

test("the bar is sound for everybody, and not on paper", async ({ server, arrives }) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  await alice.types("Réunion\n".repeat(12));
  await alice.page.keyboard.press("ControlOrMeta+h");
  await field(alice).fill("reunion");
  await replacement(alice).fill("assemblée");
  await bar(alice).getByRole("button", { name: "Options" }).click();
  await expect(alice.editor.locator(".found")).toHaveCount(12);
  await isAccessible(alice, "find");
  await alice.page.emulateMedia({ media: "print" });
  await expect(bar(alice)).toBeHidden();
  await expect(alice.editor.locator(".found-here")).toHaveCSS("outline-style", "none");
});

test("on a phone the bar is above the tools", async ({ server, arrives }) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice", "participant", PHONE);
  await alice.types("un mot");
  await alice.page.getByRole("button", { name: "Menu du pad" }).tap();
  await alice.page.getByRole("menuitem", { name: "Chercher et remplacer" }).tap();
  await field(alice).fill("mot");
  await counts(alice, "1 sur 1");
  await fits(alice);
  const place = await bar(alice).boundingBox();
  const tools = await alice.page.getByRole("toolbar", { name: "Mise en forme" }).boundingBox();
  expect((place?.y ?? 0) + (place?.height ?? 0)).toBeLessThanOrEqual((tools?.y ?? 0) + 1);
});
