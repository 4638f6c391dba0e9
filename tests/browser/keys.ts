// The keyboard alone, as somebody without a mouse has it.
import { expect, type Locator } from "@playwright/test";
import type { Guest } from "./guest.ts";

const STEPS_MAX = 60;

/** Presses Tab until `wanted` has the focus. */
export async function tabsTo(guest: Guest, wanted: Locator): Promise<void> {
  await expect(wanted.first()).toBeVisible();
  for (let step = 0; step < STEPS_MAX; step += 1) {
    await guest.page.keyboard.press("Tab");
    if (await hasFocus(wanted.first())) return;
  }
  throw new Error(`no way by Tab to ${String(wanted)}`);
}

/** Writes a number over the one in a field. */
export async function overwrites({ page }: Guest, field: Locator, number: number): Promise<void> {
  // Firefox gives the focus to the window in front alone.
  await page.bringToFront();
  await field.click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(String(number));
}

/** Presses Shift and Tab until `wanted` has the focus; it may have it already. */
export async function tabsBackTo(guest: Guest, wanted: Locator): Promise<void> {
  for (let step = 0; step < STEPS_MAX; step += 1) {
    if (await hasFocus(wanted)) return;
    await guest.page.keyboard.press("Shift+Tab");
  }
  throw new Error(`no way back by Tab to ${String(wanted)}`);
}

function hasFocus(wanted: Locator): Promise<boolean> {
  return wanted.evaluate((element) => element === document.activeElement);
}
