// Every key that people are told of does what they are told: one check for each row of the table that binds them.
import { expect, type Locator } from "@playwright/test";
import { ALL_KEYS, type Deed } from "../../web/src/activities/pad/keys/table.ts";
import { test } from "./guarded.ts";
import type { Guest } from "./guest.ts";
import { isAccessible } from "./sound.ts";
import { Together } from "./together.ts";

/** What a key is pressed on, and what comes of it. */
type Check = { text?: string; before?: (guest: Guest) => Promise<void>; after: After };
type After = (guest: Guest) => Promise<void>;

const has =
  (selector: string, text: string): After =>
  async ({ editor }) =>
    expect(editor.locator(selector)).toHaveText(text);

const becomes = (selector: string): Check => ({ text: "mot", after: has(selector, "mot") });

const chosen = (selector: string): Check => ({
  text: "mot",
  before: ({ page }) => page.keyboard.press("ControlOrMeta+a"),
  after: has(selector, "mot"),
});

const shows = (locate: (guest: Guest) => Locator): After => {
  return async (guest) => expect(locate(guest)).toBeVisible();
};

const focuses = (locate: (guest: Guest) => Locator): After => {
  return async (guest) => expect(locate(guest)).toBeFocused();
};

const dialog =
  (name: string) =>
  ({ page }: Guest): Locator =>
    page.getByRole("dialog", { name });

const finding: Pick<Check, "text" | "before"> = {
  text: "un un un",
  before: async (guest) => {
    await guest.page.keyboard.press("ControlOrMeta+f");
    await expect(guest.page.getByRole("textbox", { name: "Chercher" })).toBeFocused();
    await guest.page.keyboard.type("un");
    await expect(found(guest)).toHaveCount(1);
  },
};

const found = ({ editor }: Guest): Locator => editor.locator(".found-here");

async function makesTable({ page, editor }: Guest): Promise<void> {
  await page.keyboard.type("| a | b |");
  await page.keyboard.press("Enter");
  await expect(editor.locator("td")).toHaveCount(2);
  await page.keyboard.type("x");
}

async function undoes({ page }: Guest): Promise<void> {
  await page.keyboard.press("ControlOrMeta+z");
}

const CHECKS: Record<Deed, Check> = {
  undo: { text: "mot", after: ({ editor }) => expect(editor).toHaveText("") },
  redo: { text: "mot", before: undoes, after: ({ editor }) => expect(editor).toHaveText("mot") },
  strong: chosen("strong"),
  em: chosen("em"),
  underline: chosen("u"),
  strike: chosen("s"),
  link: { ...chosen("p"), after: shows(dialog("Lien")) },
  comment: {
    ...chosen("p"),
    after: shows(({ page }) => page.getByRole("textbox", { name: "Votre commentaire" })),
  },
  paragraph: { text: "# mot", after: has("p", "mot") },
  heading1: becomes("h1"),
  heading2: becomes("h2"),
  heading3: becomes("h3"),
  bullet: becomes(".bullet"),
  numbered: becomes(".numbered"),
  check: becomes(".check"),
  quote: becomes("blockquote"),
  tick: {
    text: "[] mot",
    after: ({ editor }) => expect(editor.getByRole("checkbox")).toBeChecked(),
  },
  indent: { text: "- mot", after: has("[data-indent='1']", "mot") },
  outdent: {
    text: "- mot",
    before: ({ page }) => page.keyboard.press("Tab"),
    after: has("[data-indent='0']", "mot"),
  },
  lineBreak: {
    text: "mot",
    after: async (guest) => {
      await guest.page.keyboard.type("suite");
      await expect.poll(() => guest.text()).toBe("mot\nsuite");
    },
  },
  insert: { after: shows(dialog("Insérer un bloc")) },
  duplicateLine: {
    text: "mot",
    after: ({ editor }) => expect(editor.locator("p")).toHaveText(["mot", "mot"]),
  },
  deleteLine: {
    text: "un\nmot",
    after: ({ editor }) => expect(editor.locator("p")).toHaveText(["un"]),
  },
  nextCell: {
    before: makesTable,
    after: async ({ page, editor }) => {
      await page.keyboard.type("y");
      await expect(editor.locator("td")).toHaveText(["x", "y"]);
    },
  },
  previousCell: {
    before: makesTable,
    after: async ({ page, editor }) => {
      await page.keyboard.type("y");
      await expect(editor.locator("th")).toHaveText(["a", "by"]);
    },
  },
  leave: {
    text: "- mot",
    after: focuses(({ page }) => page.getByRole("button", { name: "Hors du texte" })),
  },
  find: { after: focuses(({ page }) => page.getByRole("textbox", { name: "Chercher" })) },
  replace: { after: shows(({ page }) => page.getByRole("textbox", { name: "Remplacer par" })) },
  findNext: {
    ...finding,
    after: ({ page }) => expect(page.locator(".find .count")).toHaveText("2 sur 3"),
  },
  findPrevious: {
    ...finding,
    after: ({ page }) => expect(page.locator(".find .count")).toHaveText("3 sur 3"),
  },
  star: {
    text: "mot",
    before: (guest) => guest.seesSaved(),
    after: shows(({ page }) => page.getByText("étoile", { exact: false }).last()),
  },
  toolbar: { after: focuses(({ page }) => page.getByRole("toolbar").getByRole("button").first()) },
  keys: {
    // '?' is a letter in the text.
    before: ({ page }) => page.getByRole("button", { name: "Menu du pad" }).focus(),
    after: shows(dialog("Les touches du pad")),
  },
  whoWrote: {
    text: "mot",
    before: async (guest) => {
      await guest.seesSaved();
      await guest.page.getByRole("button", { name: "Menu du pad" }).click();
      await guest.page.getByRole("menuitemcheckbox", { name: /Couleurs/ }).click();
      await expect(guest.editor.locator(".written")).toHaveText("mot");
      await guest.editor.focus();
    },
    after: async ({ page }) => expect(page.getByText("Sur cette ligne : Alice.")).toBeAttached(),
  },
  nextRegion: {
    before: ({ page }) => page.getByRole("button", { name: "Insérer un bloc" }).first().focus(),
    after: focuses(({ editor }) => editor),
  },
  previousRegion: {
    after: focuses(({ page }) => page.getByRole("toolbar").getByRole("button").first()),
  },
};

/** A key as Playwright writes it. */
const pressed = (key: string): string =>
  key === "/" ? key : key.replaceAll("-", "+").replace("Mod", "ControlOrMeta");

async function presses(guest: Guest, deed: Deed, key: string): Promise<void> {
  const { text = "", before, after } = CHECKS[deed];
  await test.step(`${key}: ${deed}`, async () => {
    await guest.types(text);
    await before?.(guest);
    await guest.page.keyboard.press(pressed(key));
    await after(guest);
  });
}

/** Of a page that holds words alone, none is left. */
async function empties({ page, editor }: Guest): Promise<void> {
  for (const key of ["a", "Alt+0"]) await page.keyboard.press(`ControlOrMeta+${key}`);
  await page.keyboard.press("Backspace");
  await expect(editor).toHaveText("");
  await expect(editor.locator(":scope > p")).toHaveCount(1);
}

const deeds = Object.keys(CHECKS) as Deed[];
/** These write, and leave nothing open. */
const inWords = deeds.filter(
  (deed) =>
    ["writing", "marks", "lines"].includes(ALL_KEYS[deed].group) &&
    !["link", "insert"].includes(deed),
);

for (const group of ["writing", "marks", "lines"]) {
  test(`keys of a pad: ${group}`, async ({ server, arrives }) => {
    const together = await Together.prepares(server, arrives);
    const alice = await together.opens("Alice");
    for (const deed of inWords.filter((each) => ALL_KEYS[each].group === group)) {
      for (const key of ALL_KEYS[deed].keys) {
        await presses(alice, deed, key);
        await empties(alice);
      }
    }
  });
}

for (const deed of deeds.filter((each) => !inWords.includes(each))) {
  test(`keys of a pad: ${deed}`, async ({ server, arrives }) => {
    const together = await Together.prepares(server, arrives);
    const alice = await together.joins("Alice");
    for (const key of ALL_KEYS[deed].keys) {
      const { id } = await together.facilitator.opensPad(together.workshop.id, key);
      await alice.visits(`/w/${together.workshop.id}/${id}`);
      await alice.isInPad(key);
      await presses(alice, deed, key);
    }
  });
}

test("the list of keys is sound, and has what is there for one", async ({ server, arrives }) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  await alice.editor.focus();
  await alice.page.keyboard.press("F1");
  const list = dialog("Les touches du pad")(alice);
  await expect(list.getByText("Ctrl+Maj+X")).toBeVisible();
  await expect(list.getByText("Dire qui a écrit la ligne")).toHaveCount(0);
  await isAccessible(alice, "pad-keys");
  await alice.page.keyboard.press("Escape");
  await expect(alice.editor).toBeFocused();

  const lise = await together.joins("Lise", "reader", { locale: "en-GB" });
  await lise.visits(together.path);
  await lise.page.getByRole("button", { name: "Menu of the pad" }).focus();
  await lise.page.keyboard.press("?");
  const short = dialog("Keys of the pad")(lise);
  await expect(short.getByText("Next part of the page")).toBeVisible();
  await expect(short.getByText("Bold")).toHaveCount(0);
});

test("Escape leaves the text to all sides, and comes back", async ({ server, arrives }) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  const { keyboard } = alice.page;
  const left = alice.page.getByRole("button", { name: "Hors du texte" });
  await alice.types("- un");
  await keyboard.press("Escape");
  await expect(left).toBeFocused();
  await keyboard.press("Enter");
  await expect(alice.editor).toBeFocused();
  await keyboard.type(" de plus");
  await alice.reads("un de plus");
  await keyboard.press("Escape");
  await keyboard.press("Shift+Tab");
  await expect(alice.page.getByRole("toolbar").getByRole("button").first()).toBeFocused();
  await keyboard.press("Escape");
  await expect(alice.editor).toBeFocused();
  await keyboard.press("Escape");
  await keyboard.press("Tab");
  await expect(left).not.toBeFocused();
  await expect(alice.editor).not.toBeFocused();
});

test("F6 goes through the parts of every page", async ({ server, arrives }) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.joins("Alice");
  const { page } = alice;
  await alice.visits(`/w/${together.workshop.id}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const part = (): Promise<string | undefined> =>
    page.evaluate(() => {
      const focused = document.activeElement;
      // Parts of a page may have headers of their own.
      const part = focused?.closest("main, aside, footer") ?? focused?.closest("header, nav");
      return part?.localName;
    });
  await expect(page.getByRole("navigation", { name: "Dans cet atelier" })).toBeVisible();
  for (const name of ["nav", "header", "main", "aside", "footer"]) {
    await page.keyboard.press("F6");
    await expect.poll(part).toBe(name);
  }
  await page.keyboard.press("Shift+F6");
  await expect.poll(part).toBe("aside");
});
