// What every page owes everybody: its accessibility tree as agreed, no fault axe can find, pictures to look at.
import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "@playwright/test";
import { isNotWide } from "./fit.ts";
import type { Guest } from "./guest.ts";

const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 360, height: 800 };

/** Looks at the page as it is, and hears it; leaves it light and wide. `name` names its snapshot and pictures. */
export async function isSound(guest: Guest, name: string): Promise<void> {
  await expect(guest.page.locator("body")).toMatchAriaSnapshot({ name: `${name}.aria.yml` });
  await isAccessible(guest, name);
}

/** Looks at the page as it is, in light and dark, wide and narrow; leaves it light and wide. `name` names its pictures. */
export async function isAccessible(guest: Guest, name: string): Promise<void> {
  const { page } = guest;
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    for (const size of [WIDE, NARROW]) {
      await page.setViewportSize(size);
      const fullPage = (await page.getByRole("dialog").count()) === 0;
      await page.screenshot({ path: `out/${name}-${colorScheme}-${size.width}.png`, fullPage });
      await isNotWide(guest);
    }
    // The size of targets is for level AA of WCAG 2.2; axe leaves it out unless it is asked for.
    const rules = { "target-size": { enabled: true } };
    const { violations } = await new AxeBuilder({ page }).options({ rules }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize(WIDE);
}
