// Somebody who was never here: from the square on the wall, photographed, to a first contribution on their phone.
import type { Locator } from "@playwright/test";
import type { Guest } from "./guest.ts";
import { rowOf } from "./kinds/rows.ts";

/** Where one is on the way. */
export type Screen = "join" | "workshop" | "document" | "contributed";

export type Invitation = {
  /** What the square says. */
  link: string;
  /** The document they come for. */
  kind: string;
  title: string;
  /** What the facilitator does once everybody is there. */
  begins: () => Promise<void>;
};

/** Called on each screen, with the one thing to do on it. */
export type OnScreen = (screen: Screen, toDo: Locator) => Promise<void>;

const NAME = "Awa";

/** Goes all the way by touch; `letterMs` from one letter of their name to the next. */
export async function contributesFirst(
  guest: Guest,
  { link, kind, title, begins }: Invitation,
  onScreen: OnScreen,
  letterMs: number,
): Promise<void> {
  const { page } = guest;
  const row = rowOf(kind);
  await page.goto(link, { waitUntil: "commit" });
  const name = page.getByLabel("Votre prénom");
  const enter = page.getByRole("button", { name: "Entrer" });
  await name.waitFor();
  await onScreen("join", enter);
  await name.pressSequentially(NAME, { delay: letterMs });
  await enter.tap();

  const document = page.getByRole("main").getByRole("link", { name: title });
  await document.waitFor();
  await begins();
  await onScreen("workshop", document);
  await document.tap();

  await row.open(guest).waitFor();
  await onScreen("document", row.begins(guest));
  await row.contributes(guest, 0, (target) => target.tap());
  await row.seen(guest, 0).waitFor();
  await onScreen("contributed", row.seen(guest, 0));
}
