// People talk to each other in a workshop and beside a pad, and go on with what they do.
import { expect, type Locator } from "@playwright/test";
import { fits, isNotWide } from "./fit.ts";
import type { Guest } from "./guest.ts";
import { test } from "./guarded.ts";
import { isAccessible } from "./sound.ts";
import { PAD, Together, WORKSHOP } from "./together.ts";

const PHONE = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true };
const SPEAKER = { name: /^Discussion/, expanded: false };

const opener = ({ page }: Guest): Locator => page.getByRole("button", { name: /^Discussion/ });
const panel = ({ page }: Guest): Locator => page.getByRole("complementary", { name: "Discussion" });
const sheet = ({ page }: Guest): Locator => page.getByRole("dialog", { name: "Discussion" });
const field = ({ page }: Guest): Locator => page.getByLabel("Votre message");
const message = ({ page }: Guest, said: string): Locator =>
  page.getByRole("article").filter({ hasText: said });

async function opensChat(guest: Guest): Promise<void> {
  // Firefox gives the focus to the window in front alone.
  await guest.page.bringToFront();
  await guest.page.getByRole("button", SPEAKER).click();
  await expect(field(guest)).toBeVisible();
}

async function says(guest: Guest, said: string): Promise<void> {
  await field(guest).fill(said);
  await field(guest).press("Enter");
  await expect(message(guest, said)).toBeVisible();
  await expect(field(guest)).toHaveValue("");
}

async function chooses(guest: Guest, said: string, what: string): Promise<void> {
  await message(guest, said)
    .getByRole("button", { name: /^Actions sur le message/ })
    .click();
  await guest.page.getByRole("menuitem", { name: what, exact: true }).click();
}

/** What the API says in the name of who made the workshop. */
async function nadiaSays({ facilitator, workshop }: Together, body: string, document?: string) {
  const said = { body, ...(document !== undefined && { document }) };
  const answer = await facilitator.asks("POST", `/api/spaces/${workshop.id}/messages`, said);
  return (await answer.json()) as { id: string };
}

test("two people talk beside a pad without losing a letter of it", async ({ server, arrives }) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  const bob = await together.opens("Bob");
  await expect(opener(bob)).toHaveAccessibleName("Discussion");
  await opensChat(alice);
  await expect(field(alice)).toBeFocused();
  await says(alice, "Qui relit ? https://example.org/notes.");
  await expect(opener(bob)).toHaveAccessibleName("Discussion : 1 nouveau message");
  await bob.types("Pendant ce temps. ");
  await alice.reads("Pendant ce temps.");

  await opensChat(bob);
  const seen = message(bob, "Qui relit ?");
  await expect(seen).toContainText("Alice");
  const link = seen.getByRole("link");
  await expect(link).toHaveAttribute("href", "https://example.org/notes");
  await expect(link).toHaveAttribute("rel", /noopener/);
  await expect(opener(bob)).toHaveAccessibleName("Discussion");
  await says(bob, "Moi.");
  await expect(message(alice, "Moi.")).toContainText("Bob");
  // It stands beside the text, not over it.
  const [text, chat] = [await boxOf(alice.editor), await boxOf(panel(alice))];
  expect(text.x + text.width).toBeLessThanOrEqual(chat.x);

  await alice.page.bringToFront();
  await field(alice).press("Escape");
  await expect(panel(alice)).toHaveCount(0);
  await expect(opener(alice)).toBeFocused();
  // How one likes it is remembered, and so is what one has read.
  await bob.page.reload();
  await expect(message(bob, "Moi.")).toBeVisible();
  await alice.page.reload();
  await expect(opener(alice)).toHaveAccessibleName("Discussion");
  await expect(panel(alice)).toHaveCount(0);
});

test("who is named is told at once, wherever they are, and led there", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice Le Goff");
  const bob = await together.joins("Bob");
  await bob.visits(`/w/${together.workshop.id}`);
  await opensChat(bob);
  await field(bob).pressSequentially("Bonjour @le");
  const names = bob.page.getByRole("listbox", { name: "Personnes" });
  await expect(names.getByRole("option")).toHaveAccessibleName("Alice Le Goff");
  await expect(bob.page.getByRole("combobox")).toHaveAttribute("aria-expanded", "true");
  await bob.page.keyboard.press("Enter");
  await expect(names).toHaveCount(0);
  await expect(field(bob)).toHaveValue("Bonjour @Alice Le Goff ");
  await bob.page.keyboard.type("!");
  await bob.page.keyboard.press("Enter");

  const told = alice.page.getByText(`Bob vous nomme dans la discussion : « ${WORKSHOP} ».`);
  await expect(told).toBeVisible();
  await alice.page.getByRole("button", { name: "Ouvrir", exact: true }).click();
  await expect(alice.page.getByRole("heading", { level: 1, name: WORKSHOP })).toBeVisible();
  await expect(message(alice, "Bonjour @Alice Le Goff !")).toBeVisible();

  await field(alice).press("Escape");
  await says(bob, "Et @alice le goff ?");
  await expect(opener(alice)).toHaveAccessibleName(
    "Discussion : 1 nouveau message, et on vous y nomme",
  );
  await expect(alice.page.getByText("Bob vous nomme dans la discussion.")).toBeVisible();
});

test("on a phone the chat takes the place of the page, and the back button closes it", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice", "participant", PHONE);
  await alice.types("Le texte");
  await nadiaSays(together, "À table !", together.pad);
  await expect(opener(alice)).toHaveAccessibleName("Discussion : 1 nouveau message");
  // It waits: nothing lies over what one writes.
  await expect(sheet(alice)).toHaveCount(0);
  await isNotWide(alice);
  await opener(alice).tap();
  await expect(message(alice, "À table !")).toBeVisible();
  const { x, y, width, height } = await boxOf(sheet(alice));
  expect([x, y, width, height]).toEqual([0, 0, 360, 640]);
  await field(alice).fill("J’arrive");
  // A key of a keyboard of glass ends a line.
  await field(alice).press("Enter");
  await expect(field(alice)).toHaveValue("J’arrive\n");
  await alice.page.getByRole("button", { name: "Envoyer" }).tap();
  await expect(message(alice, "J’arrive")).toBeVisible();
  await fits(alice);
  await alice.page.screenshot({ path: "out/chat-phone.png" });
  await alice.page.goBack();
  await expect(sheet(alice)).toHaveCount(0);
  await expect(alice.editor).toContainText("Le texte");
  await expect(opener(alice)).toHaveAccessibleName("Discussion");
});

test("without a network what one writes stays, also over a reload, and is sent once", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  const bob = await together.opens("Bob");
  await alice.isReadyForOffline();
  await opensChat(alice);
  await opensChat(bob);
  await alice.context.setOffline(true);
  await expect(alice.page.getByText("Sans réseau, rien ne part.")).toBeVisible();
  await field(alice).fill("À quelle heure ?");
  await field(alice).press("Enter");
  await expect(alice.page.getByRole("alert")).toContainText("n’est pas parti");
  await expect(field(alice)).toHaveValue("À quelle heure ?");
  await alice.context.setOffline(false);
  await says(bob, "Me revoilà");
  await alice.page.reload();
  // What was said meanwhile is here, and one's own words wait to be sent.
  await expect(message(alice, "Me revoilà")).toBeVisible();
  await expect(field(alice)).toHaveValue("À quelle heure ?");
  await field(alice).press("Enter");
  await expect(message(bob, "À quelle heure ?")).toHaveCount(1);
  await expect(field(alice)).toHaveValue("");
});

test("an answer that is lost does not make one say it twice", async ({ server, arrives }) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  await opensChat(alice);
  // It reaches the server, whose answer is lost.
  await alice.page.route("**/messages", async (route) => {
    await route.fetch();
    await route.abort();
  });
  await field(alice).fill("Une seule fois");
  await field(alice).press("Enter");
  await expect(message(alice, "Une seule fois")).toHaveCount(1);
  await expect(field(alice)).toHaveValue("");
  await expect(alice.page.getByRole("alert")).toHaveCount(0);
});

test("a message becomes a line of the pad, or a card", async ({ server, arrives }) => {
  const together = await Together.prepares(server, arrives);
  const { facilitator, workshop } = together;
  const plan = { kind: "kanban", title: "Plan" };
  await facilitator.asks("POST", `/api/spaces/${workshop.id}/documents`, plan);
  const alice = await together.opens("Alice");
  const bob = await together.opens("Bob");
  await alice.types("Début");
  await nadiaSays(together, "Louer la salle", together.pad);
  await opensChat(alice);
  await chooses(alice, "Louer la salle", "Mettre dans le pad");
  await bob.reads("DébutNadia\u00a0: Louer la salle");
  await expect(alice.page.getByText("Le message est à la fin du pad.")).toBeVisible();
  // It is an edit as any other.
  await alice.editor.focus();
  await alice.page.keyboard.press("ControlOrMeta+z");
  await bob.readsNoMore("Louer la salle");
  await bob.reads("Début");

  await chooses(alice, "Louer la salle", "En faire une carte");
  const dialog = alice.page.getByRole("dialog");
  await expect(dialog.getByRole("textbox")).toHaveValue("Louer la salle");
  await dialog.getByRole("button", { name: "Ajouter", exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await alice.page.getByRole("link", { name: /^Retour/ }).click();
  await alice.page.getByRole("main").getByRole("link", { name: "Plan" }).click();
  await expect(alice.page.getByText("Louer la salle")).toBeVisible();
});

test("one deletes what one said, a facilitator what anybody said, and the others see it go", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  const bob = await together.opens("Bob");
  const nadia = await together.returnsAsFacilitator();
  await nadia.visits(together.path);
  for (const guest of [alice, bob, nadia]) await opensChat(guest);
  await says(alice, "Oups");
  await says(alice, "Du vent");
  await expect(message(bob, "Oups")).toBeVisible();
  await message(bob, "Oups")
    .getByRole("button", { name: /^Actions/ })
    .click();
  await expect(bob.page.getByRole("menuitem", { name: "Supprimer" })).toHaveCount(0);
  await bob.page.keyboard.press("Escape");
  for (const [guest, said] of [
    [alice, "Oups"],
    [nadia, "Du vent"],
  ] as const) {
    await chooses(guest, said, "Supprimer");
    await guest.page
      .getByRole("dialog", { name: "Supprimer ce message ?" })
      .getByRole("button", { name: "Supprimer" })
      .click();
    for (const other of [alice, bob, nadia]) await expect(message(other, said)).toHaveCount(0);
  }
});

test("a facilitator closes the chat for everybody, and what was said comes back with it", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  await opensChat(alice);
  await says(alice, "Bonjour");
  await field(alice).fill("Je voulais dire");
  const nadia = await together.returnsAsFacilitator();
  await nadia.visits(`/w/${together.workshop.id}`);
  await nadia.page.getByRole("button", { name: "Réglages" }).click();
  const choice = nadia.page.getByLabel("On peut discuter ici");
  await choice.uncheck();
  await expect(alice.page.getByText("L’animation a fermé la discussion.")).toBeVisible();
  await expect(panel(alice)).toHaveCount(0);
  await expect(opener(alice)).toHaveCount(0);
  await choice.check();
  await expect(message(alice, "Bonjour")).toBeVisible();
  await expect(field(alice)).toHaveValue("Je voulais dire");
});

test("a reader follows and says nothing; where the pad is locked one goes on talking", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const { facilitator, pad } = together;
  await facilitator.asks("PATCH", `/api/documents/${pad}`, { locked: true });
  const lise = await together.joins("Lise", "reader");
  await lise.visits(together.path);
  await lise.page.getByRole("button", SPEAKER).click();
  await expect(lise.page.getByText("Vous êtes en lecture")).toBeVisible();
  await expect(field(lise)).toHaveCount(0);
  const bob = await together.joins("Bob");
  await bob.visits(together.path);
  await opensChat(bob);
  await says(bob, "Dommage");
  await expect(message(lise, "Dommage")).toBeVisible();
  await message(bob, "Dommage")
    .getByRole("button", { name: /^Actions/ })
    .click();
  await expect(bob.page.getByRole("menuitem", { name: "Mettre dans le pad" })).toHaveCount(0);
});

test("earlier messages come as one goes up, and what is in view stays", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  for (let number = 1; number <= 130; number += 1)
    await nadiaSays(together, `Message ${String(number)}`, together.pad);
  const alice = await together.opens("Alice");
  await expect(opener(alice)).toHaveAccessibleName("Discussion : 99+ nouveaux messages");
  await opensChat(alice);
  const log = alice.page.getByRole("group", { name: "Messages" });
  const exactly = (said: string): Locator => log.getByText(said, { exact: true });
  // Where what is new begins, as far as it is here; what comes before it does not move it.
  await expect(exactly("Message 1")).toHaveCount(1);
  await expect(exactly("Message 31")).toBeInViewport();
  await alice.page.getByRole("button", { name: "Aller aux nouveaux messages" }).click();
  await expect(exactly("Message 130")).toBeInViewport();
  await expect(opener(alice)).toHaveAccessibleName("Discussion");
});

test("silence is kept on a device that asked for it, but for who is named", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  const bob = await together.opens("Bob");
  await opensChat(alice);
  await alice.page.getByRole("button", { name: "Menu de la discussion" }).click();
  await alice.page.getByRole("menuitemcheckbox", { name: "En silence sur cet appareil" }).click();
  await alice.page.getByRole("button", { name: "Fermer la discussion" }).click();
  await alice.page.reload();
  await expect(opener(alice)).toBeVisible();
  await nadiaSays(together, "Pas pour toi", together.pad);
  await expect(opener(bob)).toHaveAccessibleName("Discussion : 1 nouveau message");
  await expect(opener(alice)).toHaveAccessibleName("Discussion");
  await nadiaSays(together, "@Alice ?", together.pad);
  await expect(opener(alice)).toHaveAccessibleName(
    "Discussion : 2 nouveaux messages, et on vous y nomme",
  );
});

test("the chat is sound, wide and narrow, light and dark", async ({ server, arrives }) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.joins("Alice");
  await nadiaSays(together, "Bonjour à tout le monde. On commence par le compte rendu.");
  await nadiaSays(together, `Le pad « ${PAD} » est ouvert, @Alice : https://example.org/a`);
  await alice.visits(`/w/${together.workshop.id}`);
  await opensChat(alice);
  await says(alice, "J’y vais.");
  await isAccessible(alice, "chat-workshop");
  await alice.visits(together.path);
  await expect(panel(alice)).toBeVisible();
  await says(alice, "Je relis.");
  await isAccessible(alice, "chat-pad");
});

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (!box) throw new Error("it is not on the page");
  return box;
}
