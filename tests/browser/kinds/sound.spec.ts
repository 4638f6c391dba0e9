// For every kind: its page and each of its windows, without a fault for anybody, in light and dark, wide and narrow.
import { expect, type Locator } from "@playwright/test";
import { test } from "../guarded.ts";
import { isAccessible } from "../sound.ts";
import { fits } from "../fit.ts";
import { Gathering } from "./gathering.ts";
import { kinds, rowOf, windowsOf } from "./rows.ts";

for (const kind of kinds) {
  test(`${kind}: its page is sound for everybody`, async ({ server, arrives }) => {
    const row = rowOf(kind);
    const alice = await Gathering.ofOne(kind, server, arrives);
    await row.contributes(alice, 0, (target: Locator) => target.click());
    await expect(row.seen(alice, 0)).toBeVisible();
    await isAccessible(alice, `kind-${kind}`);
  });

  for (const [name, open] of windowsOf(kind)) {
    test(`${kind}: its window "${name}" is sound for everybody, and fits a phone`, async ({
      server,
      arrives,
    }) => {
      const gathering = await Gathering.of(kind, server, arrives, []);
      const nadia = await gathering.facilitates();
      await open(nadia);
      await expect(nadia.page.getByRole("dialog")).toBeVisible();
      await isAccessible(nadia, `kind-${kind}-${name}`);
      await nadia.page.setViewportSize({ width: 360, height: 740 });
      await fits(nadia);
      await nadia.page.keyboard.press("Escape");
      await expect(nadia.page.getByRole("dialog")).toHaveCount(0);
    });
  }
}
