// For every kind: a finger on a narrow phone.
import { expect, type Locator } from "@playwright/test";
import { test } from "../guarded.ts";
import { fits } from "../fit.ts";
import { Gathering, PHONE } from "./gathering.ts";
import { kinds, rowOf } from "./rows.ts";

/** Smallest side of what one presses most, in CSS pixels. */
const PRIMARY_PX = 44;

for (const kind of kinds) {
  test(`${kind}: a finger contributes on a narrow phone, and everything fits`, async ({
    server,
    arrives,
  }) => {
    const row = rowOf(kind);
    const alice = await Gathering.ofOne(kind, server, arrives, PHONE);
    await row.contributes(alice, 0, (target: Locator) => target.tap());
    await expect(row.seen(alice, 0)).toBeVisible();
    await alice.seesSaved();
    for (const target of row.primary(alice)) {
      const { width = 0, height = 0 } = (await target.boundingBox()) ?? {};
      expect(Math.min(width, height), String(target)).toBeGreaterThanOrEqual(PRIMARY_PX);
    }
    await fits(alice);
  });
}
