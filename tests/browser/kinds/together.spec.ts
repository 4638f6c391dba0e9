// For every kind: what one contributes the other sees, at once, and after both were without a network.
import { expect, type Locator } from "@playwright/test";
import { test } from "../guarded.ts";
import { Gathering } from "./gathering.ts";
import { kinds, rowOf } from "./rows.ts";

const OFFLINE = "hors ligne — tout est gardé ici";
const UNSENT = "seulement sur cet appareil";

const click = (target: Locator): Promise<void> => target.click();

for (const kind of kinds) {
  test(`${kind}: two people see at once what the other contributes`, async ({
    server,
    arrives,
  }) => {
    const row = rowOf(kind);
    const [alice, bob] = await Gathering.ofTwo(kind, server, arrives);
    await row.contributes(alice, 0, click);
    await expect(row.seen(bob, 0)).toBeVisible();
    await row.contributes(bob, 1, click);
    for (const guest of [alice, bob]) {
      await expect(row.seen(guest, 0)).toBeVisible();
      await expect(row.seen(guest, 1)).toBeVisible();
      await guest.seesSaved();
    }
  });

  test(`${kind}: what two people contribute offline is there for both when they are back`, async ({
    server,
    arrives,
  }) => {
    const row = rowOf(kind);
    const both = await Gathering.ofTwo(kind, server, arrives);
    for (const guest of both) {
      await guest.seesSaved();
      await guest.context.setOffline(true);
      await expect(guest.saving).toHaveText(OFFLINE);
    }
    for (const [at, guest] of both.entries()) {
      await row.contributes(guest, at, click);
      await expect(guest.saving).toHaveText(UNSENT);
    }
    for (const guest of both) await guest.context.setOffline(false);
    for (const guest of both) {
      await expect(row.seen(guest, 0)).toBeVisible();
      await expect(row.seen(guest, 1)).toBeVisible();
      await guest.seesSaved();
    }
  });
}
