// For every kind: made, found and used with the keyboard alone.
import { expect } from "@playwright/test";
import { test } from "../guarded.ts";
import { tabsTo } from "../keys.ts";
import { Together } from "../together.ts";
import { Gathering, TITLE } from "./gathering.ts";
import { kinds, makingOf, rowOf } from "./rows.ts";

for (const kind of kinds) {
  test(`${kind}: it is made from the page of the workshop`, async ({ server, arrives }) => {
    const { button } = await makingOf(kind);
    const together = await Together.prepares(server, arrives);
    const nadia = await together.returnsAsFacilitator();
    const { page } = nadia;
    await nadia.visits(`/w/${together.workshop.id}`);
    await tabsTo(nadia, page.getByRole("button", { name: button }));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("dialog", { name: button })).toBeVisible();
    await page.keyboard.type("Sans souris");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "Sans souris" })).toBeFocused();
  });

  test(`${kind}: one gets there from the page of the workshop, and contributes`, async ({
    server,
    arrives,
  }) => {
    const row = rowOf(kind);
    const { guests, together } = await Gathering.of(kind, server, arrives, [{}]);
    const [alice] = guests;
    if (!alice) throw new Error("nobody came");
    await alice.visits(`/w/${together.workshop.id}`);
    await tabsTo(alice, alice.page.getByRole("main").getByRole("link", { name: TITLE }));
    await alice.page.keyboard.press("Enter");
    await expect(row.open(alice)).toBeVisible();
    await row.types(alice, 0);
    await expect(row.seen(alice, 0)).toBeVisible();
    await alice.seesSaved();
  });
}
