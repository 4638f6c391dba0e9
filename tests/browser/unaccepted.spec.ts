// What somebody wrote that the server will not accept: it is said, kept on the device, copied, and let go of when they want.
import { expect } from "@playwright/test";
import { test } from "./guarded.ts";
import { PAD, Together } from "./together.ts";
import type { Guest } from "./guest.ts";

const TITLE = "Des changements n’ont pas été acceptés";

for (const width of [1280, 360]) {
  test(`at ${width} pixels what was written offline by somebody who became a reader is theirs to keep`, async ({
    server,
    arrives,
  }) => {
    const together = await Together.prepares(server, arrives);
    const alice = await together.opens("Alice", "participant", {
      viewport: { width, height: 740 },
      permissions: ["clipboard-read", "clipboard-write"],
    });
    await alice.types("Avant. ");
    await alice.seesSaved();
    await alice.isReadyForOffline();
    await alice.context.setOffline(true);
    await expect(alice.saving).toHaveText("hors ligne — tout est gardé ici");
    await alice.types("Hors ligne.");
    await onlyReads(together, "Alice");
    await alice.context.setOffline(false);

    const notice = alice.page.getByRole("alert").filter({ hasText: TITLE });
    await expect(notice).toBeVisible();
    await expect(alice.saving).toHaveText("pas accepté");
    await alice.reads("Avant. Hors ligne.");
    expect(await together.facilitator.exports(together.pad, "txt")).not.toContain("Hors ligne.");
    await notice.getByRole("button", { name: "Copier le texte" }).click();
    await expect
      .poll(() => alice.page.evaluate(() => navigator.clipboard.readText()))
      .toContain("Hors ligne.");
    await notice.getByRole("button", { name: "Reprendre le texte partagé" }).click();
    await seesShared(alice);
    await expect(notice).toBeHidden();
  });
}

/** The facilitator lets somebody read and no more. */
async function onlyReads({ facilitator, workshop }: Together, name: string): Promise<void> {
  const space = await facilitator.asks("GET", `/api/spaces/${workshop.id}`);
  const { people } = (await space.json()) as { people: { id: string; name: string }[] };
  const person = people.find((one) => one.name === name);
  const path = `/api/spaces/${workshop.id}/people/${person?.id ?? ""}`;
  expect((await facilitator.asks("PATCH", path, { role: "reader" })).status).toBe(200);
}

async function seesShared(guest: Guest): Promise<void> {
  const { page } = guest;
  await expect(page.getByText("Vous pouvez lire ce pad.")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: PAD })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("Avant.");
  await expect(page.getByRole("main")).not.toContainText("Hors ligne.");
}
