// What the screen of a pad shows is what its document says.
import { expect } from "@playwright/test";
import { linesIn, linesShown } from "../world/lines.ts";
import type { Guest } from "./guest.ts";
import type { Together } from "./together.ts";

/** The screen comes to show these lines and the document to have them. */
export async function expectLines(
  together: Together,
  guest: Guest,
  lines: readonly string[],
): Promise<void> {
  const shown = () => guest.editor.evaluate(linesShown);
  await expect.poll(shown).toEqual(lines);
  await expect
    .poll(async () => linesIn(await together.facilitator.exports(together.pad, "json")))
    .toEqual(lines);
  // What is shown is also what stays: nothing is read back from the screen a moment later.
  expect(await shown()).toEqual(lines);
}
