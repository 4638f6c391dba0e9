// For every kind: with letters twice as large, as one asks for them in the settings of one's browser.
import { expect, type Locator } from "@playwright/test";
import config from "../../playwright.config.ts";
import { isNotWide } from "../fit.ts";
import { test } from "../guarded.ts";
import { Gathering } from "./gathering.ts";
import { kinds, rowOf } from "./rows.ts";

const { args = [], ...launchOptions } = config.use?.launchOptions ?? {};
test.use({
  launchOptions: { ...launchOptions, args: [...args, "--blink-settings=defaultFontSize=32"] },
});

for (const kind of kinds) {
  test(`${kind}: letters twice as large fit wide and narrow screens`, async ({
    server,
    arrives,
  }) => {
    const row = rowOf(kind);
    const alice = await Gathering.ofOne(kind, server, arrives);
    await row.contributes(alice, 0, (target: Locator) => target.click());
    await expect(row.seen(alice, 0)).toBeVisible();
    const size = await alice.page.evaluate(() => getComputedStyle(document.body).fontSize);
    expect(size).toBe("36px");
    for (const width of [1280, 390, 360]) {
      await alice.page.setViewportSize({ width, height: 740 });
      await isNotWide(alice);
    }
  });
}
