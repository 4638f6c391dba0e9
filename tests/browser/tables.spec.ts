// Tables: made, filled, changed by two people at once, heard, printed, taken elsewhere and back.
import { expect, type Locator } from "@playwright/test";
import { test } from "./guarded.ts";
import type { Guest } from "./guest.ts";
import { isAccessible } from "./sound.ts";
import { Together } from "./together.ts";

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

function tools({ page }: Guest): Locator {
  return page.getByRole("toolbar", { name: "Tableau" });
}

/** The texts of the table that is shown, row by row. */
function cells({ editor }: Guest): Promise<string[][]> {
  return editor.evaluate((place) =>
    Array.from(place.querySelectorAll("tr"), (row) =>
      Array.from(row.children, (cell) => cell.textContent),
    ),
  );
}

async function showsTable(guest: Guest, rows: string[][]): Promise<void> {
  await expect.poll(() => cells(guest)).toEqual(rows);
}

/** A table of two columns, typed as Markdown has it. */
async function typesATable(guest: Guest): Promise<void> {
  await guest.types("| Nom | Jour |");
  await guest.page.keyboard.press("Enter");
  await showsTable(guest, [
    ["Nom", "Jour"],
    ["", ""],
  ]);
  await guest.page.keyboard.type("Ana");
  await guest.page.keyboard.press("Tab");
  await guest.page.keyboard.type("lundi");
}

test("a table is made and filled with the keyboard alone", async ({ server, arrives }) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  const bob = await together.opens("Bob");
  const { keyboard } = alice.page;
  await typesATable(alice);
  await keyboard.press("Tab");
  await showsTable(alice, [
    ["Nom", "Jour"],
    ["Ana", "lundi"],
    ["", ""],
  ]);
  await keyboard.type("Bo");
  await keyboard.press("Tab");
  await keyboard.type("mardi");
  await keyboard.press("Enter");
  await keyboard.type("soir");
  await keyboard.press("Shift+Tab");
  await keyboard.type("ris");
  const rows = [
    ["Nom", "Jour"],
    ["Ana", "lundi"],
    ["Boris", "mardi\nsoir"],
  ];
  await showsTable(alice, rows);
  await showsTable(bob, rows);
  await keyboard.press("ArrowDown");
  await keyboard.press("ControlOrMeta+End");
  await keyboard.type("dessous");
  await bob.reads("dessous");
  await showsTable(bob, rows);
  await expect
    .poll(() => together.facilitator.exports(together.pad, "md"))
    .toBe("| Nom | Jour |\n| --- | --- |\n| Ana | lundi |\n| Boris | mardi<br>soir |\n\ndessous\n");
});

test("a table is heard as one, and sound for everybody", async ({ server, arrives }) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  await typesATable(alice);
  await tools(alice).getByRole("button", { name: "Titre du tableau" }).click();
  await alice.page.keyboard.type("Qui vient");
  const table = alice.editor.getByRole("table", { name: "Qui vient" });
  await expect(table.getByRole("columnheader")).toHaveText(["Nom", "Jour"]);
  await expect(table.getByRole("cell")).toHaveText(["Ana", "lundi"]);
  await isAccessible(alice, "table");
});

test("rows and columns come and go by the tools, and come back by undoing", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  await typesATable(alice);
  await tools(alice).getByRole("button", { name: "Colonne à droite" }).click();
  await alice.page.keyboard.type("10 h");
  await showsTable(alice, [
    ["Nom", "Jour", ""],
    ["Ana", "lundi", "10 h"],
  ]);
  await tools(alice).getByRole("button", { name: "Ligne au-dessus" }).click();
  await alice.page.keyboard.type("8 h");
  await tools(alice).getByRole("button", { name: "Retirer la colonne" }).click();
  await showsTable(alice, [
    ["Nom", "Jour"],
    ["", ""],
    ["Ana", "lundi"],
  ]);
  await tools(alice).getByRole("button", { name: "Retirer la ligne" }).click();
  await showsTable(alice, [
    ["Nom", "Jour"],
    ["Ana", "lundi"],
  ]);
  await alice.page.keyboard.press("ControlOrMeta+z");
  await alice.page.keyboard.press("ControlOrMeta+z");
  await showsTable(alice, [
    ["Nom", "Jour", ""],
    ["", "", "8 h"],
    ["Ana", "lundi", "10 h"],
  ]);
  await tools(alice).getByRole("button", { name: "Retirer le tableau" }).click();
  await showsTable(alice, []);
  await expect(tools(alice)).toBeHidden();
});

test("what is typed offline into a row that another removes stays, with its row", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  await typesATable(alice);
  const bob = await together.opens("Bob");
  await showsTable(bob, [
    ["Nom", "Jour"],
    ["Ana", "lundi"],
  ]);
  await bob.seesSaved();
  await bob.context.setOffline(true);
  // Firefox gives the focus to the window in front alone.
  await bob.page.bringToFront();
  await bob.editor.getByRole("cell", { name: "lundi" }).click();
  await bob.page.keyboard.press("End");
  await bob.page.keyboard.type(" ou mardi");
  await showsTable(bob, [
    ["Nom", "Jour"],
    ["Ana", "lundi ou mardi"],
  ]);
  await alice.page.bringToFront();
  await tools(alice).getByRole("button", { name: "Retirer la ligne" }).click();
  await showsTable(alice, [["Nom", "Jour"]]);
  await alice.seesSaved();
  await bob.context.setOffline(false);
  const rows = [
    ["Nom", "Jour"],
    ["", " ou mardi"],
  ];
  await showsTable(alice, rows);
  await showsTable(bob, rows);
});

test("a selection over cells empties them, and they stay", async ({ server, arrives }) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  await typesATable(alice);
  await alice.page.keyboard.press("ControlOrMeta+a");
  await alice.page.keyboard.press("ArrowLeft");
  await alice.editor.getByRole("cell", { name: "Ana" }).click();
  await alice.page.keyboard.press("Home");
  await alice.page.keyboard.press("Shift+ArrowDown");
  await alice.editor.getByRole("cell", { name: "lundi" }).click({ modifiers: ["Shift"] });
  await alice.page.keyboard.press("Delete");
  await expect.poll(async () => (await cells(alice)).map(({ length }) => length)).toEqual([2, 2]);
  expect((await cells(alice))[1]?.[0]).toBe("");
});

test("on a phone a table is made from the menu and filled with a finger", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice", "participant", PHONE);
  await alice.types("Avant\n");
  await alice.page
    .getByRole("toolbar", { name: "Mise en forme" })
    .getByRole("button", { name: "Insérer un bloc" })
    .tap();
  const menu = alice.page.getByRole("dialog", { name: "Insérer un bloc" });
  await menu.getByRole("combobox").fill("tab");
  await menu.getByRole("option", { name: "Tableau" }).tap();
  await alice.page.keyboard.type("Nom");
  await alice.editor.getByRole("cell").nth(1).tap();
  await alice.page.keyboard.type("Ana");
  await showsTable(alice, [
    ["Nom", "", ""],
    ["", "Ana", ""],
    ["", "", ""],
  ]);
  const tool = tools(alice).getByRole("button", { name: "Ligne en dessous" });
  expect((await tool.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await tool.tap();
  await expect(alice.editor.getByRole("row")).toHaveCount(4);
});
