// What every page owes everybody: its accessibility tree as agreed, no fault axe can find, pictures to look at.
import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "@playwright/test";
import type { Guest } from "./guest.ts";

const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 360, height: 800 };

/** Looks at the page as it is, in light and dark, wide and narrow; leaves it light and wide. `name` names its snapshot and pictures. */
export async function isSound(guest: Guest, name: string): Promise<void> {
  await expect(guest.page.locator("body")).toMatchAriaSnapshot({ name: `${name}.aria.yml` });
  for (const colorScheme of ["light", "dark"] as const) {
    await guest.page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    for (const size of [WIDE, NARROW]) {
      const { width } = size;
      await guest.page.setViewportSize(size);
      await guest.page.screenshot({
        path: `out/${name}-${colorScheme}-${width}.png`,
        fullPage: (await guest.page.getByRole("dialog").count()) === 0,
      });
      const wide = await guest.page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide, `${name} at ${width}`).toBeLessThanOrEqual(width);
    }
    const { violations } = await new AxeBuilder({ page: guest.page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
  }
  await guest.page.emulateMedia({ colorScheme: "light" });
  await guest.page.setViewportSize(WIDE);
}
