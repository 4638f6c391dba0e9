// Behind a proxy that lets no WebSocket through: the room works all the same, and people are told what is blocked.
import { expect, type Locator } from "@playwright/test";
import { type Refusal, StrictNetwork } from "../world/strict-network.ts";
import { ActionPlan, PLAN } from "./action-plan.ts";
import { BallotBox, VOTE } from "./ballot-box.ts";
import { fits } from "./fit.ts";
import { test as guarded } from "./guarded.ts";
import type { Guest } from "./guest.ts";
import { isAccessible } from "./sound.ts";
import { PAD, Together, WORKSHOP } from "./together.ts";

const SLOWLY =
  "Ce réseau bloque la connexion directe : les changements passent autrement, un peu plus lentement.";
const NOTHING =
  "Ce réseau bloque les échanges avec le serveur : pour l’instant, rien ne part d’ici et rien n’arrive.";
const NOT_OPENED = "Ce document n’a pas encore été ouvert sur cet appareil";

type Fixtures = { refusal: Refusal; network: StrictNetwork };

const test = guarded.extend<Fixtures>({
  refusal: [403, { option: true }],
  network: async ({ server, refusal }, use) => {
    const network = await StrictNetwork.open(server, refusal);
    await use(network);
    network.close();
  },
  origin: async ({ network }, use) => {
    await use(network.url);
  },
});

/** What the page says of the network, unfolded by whoever wants to know more. */
const said = (guest: Guest, sentence: string): Locator =>
  guest.page.getByRole("group").filter({ hasText: sentence });

/** A proxy that hangs is found out after two sockets in a row. */
async function opensInTime(together: Together, name: string): Promise<Guest> {
  const guest = await together.joins(name);
  await guest.visits(together.path);
  await expect(guest.editor).toBeVisible({ timeout: 30_000 });
  return guest;
}

const refusals: Refusal[] = [403, 200, "cut", "cut once open", "hang"];

for (const refusal of refusals) {
  test.describe(`a proxy that answers WebSockets with '${refusal}'`, () => {
    test.use({ refusal });

    test("two people write in a pad and see each other's words", async ({
      server,
      arrives,
      network,
    }) => {
      const together = await Together.prepares(server, arrives);
      const alice = await opensInTime(together, "Alice");
      const bob = await opensInTime(together, "Bob");
      await alice.types("Les mots d’Alice. ");
      await bob.reads("Les mots d’Alice.");
      await bob.types("Et ceux de Bob.");
      await alice.reads("Et ceux de Bob.");
      await alice.seesSaved();
      await bob.seesSaved();
      await expect(said(alice, SLOWLY)).toBeVisible();
      expect(network.refused).toBeGreaterThanOrEqual(2);
      const written = await together.facilitator.exports(together.pad, "txt");
      expect(written).toContain("Les mots d’Alice.");
      expect(written).toContain("Et ceux de Bob.");
    });
  });
}

test("a vote and an action plan open, and the next page does not try again what is refused", async ({
  server,
  arrives,
  network,
}) => {
  const box = await BallotBox.prepares(server, arrives);
  const voter = await box.together.joins("Alice");
  await voter.visits(box.path);
  await expect(voter.page.getByRole("heading", { level: 1, name: VOTE })).toBeVisible();
  await expect(voter.page.getByText("Écriture collaborative").first()).toBeVisible();
  await expect(said(voter, SLOWLY)).toBeVisible();
  const { refused } = network;
  await voter.page.reload();
  await expect(voter.page.getByText("Écriture collaborative").first()).toBeVisible();
  await expect(said(voter, SLOWLY)).toBeVisible();
  expect(network.refused).toBe(refused);

  const plan = await ActionPlan.prepares(server, arrives);
  const guest = await plan.joins("Bob");
  await expect(guest.page.getByRole("heading", { level: 1, name: PLAN })).toBeVisible();
  await guest.seesSaved();
});

test("whoever comes and leaves is seen to, without a socket", async ({ server, arrives }) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  const bob = await together.opens("Bob");
  await expect(bob.page.getByRole("list", { name: "2 personnes" })).toBeVisible();
  await alice.page.goto("about:blank");
  await expect(bob.page.getByRole("list", { name: "1 personne" })).toBeVisible({
    timeout: 60_000,
  });
});

test("a server that is killed and comes back is found again", async ({ server, arrives }) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  await alice.types("Avant. ");
  await alice.seesSaved();
  await server.kill();
  await alice.types("Pendant. ");
  await expect(alice.saving).toHaveText("seulement sur cet appareil");
  await server.restart();
  await alice.seesSaved();
  await expect(said(alice, SLOWLY)).toBeVisible();
  const written = await together.facilitator.exports(together.pad, "txt");
  expect(written).toContain("Avant. Pendant.");
});

for (const width of [1280, 360]) {
  test(`what is blocked, and whom to ask, is told at ${width} px`, async ({
    server,
    arrives,
    network,
  }) => {
    const together = await Together.prepares(server, arrives);
    const alice = await together.joins("Alice", "participant", {
      viewport: { width, height: 800 },
    });
    for (const path of [together.path, `/w/${together.workshop.id}`]) {
      await alice.visits(path);
      await alice.page.getByText(SLOWLY).click();
      await expect(alice.page.getByText("La personne qui s’occupe de ce réseau")).toBeVisible();
      const address = alice.page.getByLabel("À laisser passer");
      await expect(address).toHaveValue(`WebSocket: ${network.url.replace("http", "ws")}/sync`);
      await fits(alice);
    }
  });

  test(`where plain requests are blocked too the text stays readable at ${width} px`, async ({
    server,
    arrives,
    network,
  }) => {
    const together = await Together.prepares(server, arrives);
    const alice = await together.opens("Alice");
    await alice.types("Les mots d’avant.");
    await alice.seesSaved();
    network.refusesAll = true;
    const bob = await together.joins("Bob", "participant", { viewport: { width, height: 800 } });
    await bob.visits(together.path);
    await expect(bob.page.getByRole("heading", { level: 1, name: PAD })).toBeVisible();
    await expect(said(bob, NOTHING)).toBeVisible();
    await expect(bob.page.getByRole("alert")).toContainText("Voici le texte tel qu’il était");
    await expect(bob.page.getByRole("main").getByText("Les mots d’avant.")).toBeVisible();
    await expect(bob.page.getByText(NOT_OPENED)).toHaveCount(0);
    await expect(bob.editor).toHaveCount(0);
    await expect(bob.saving).toHaveText("lecture");
    await fits(bob);

    network.refusesAll = false;
    await expect(said(bob, SLOWLY)).toBeVisible({ timeout: 60_000 });
    await bob.reads("Les mots d’avant.");
    await bob.types(" Ceux de Bob.");
    await bob.seesSaved();
  });
}

test("what is said of the network is sound for everybody", async ({ server, arrives, network }) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  await alice.page.getByText(SLOWLY).click();
  await expect(alice.page.getByLabel("À laisser passer")).toBeVisible();
  await isAccessible(alice, "strict-network");
  await alice.visits(`/w/${together.workshop.id}`);
  await alice.page.getByText(SLOWLY).click();
  await isAccessible(alice, "strict-network-workshop");
  network.refusesAll = true;
  const bob = await together.joins("Bob");
  await bob.visits(together.path);
  await bob.page.getByText(NOTHING).click();
  await isAccessible(bob, "strict-network-blocked");
});

test("a vote where nothing gets through says what is blocked", async ({
  server,
  arrives,
  network,
}) => {
  network.refusesAll = true;
  const box = await BallotBox.prepares(server, arrives);
  const voter = await box.together.joins("Alice");
  await voter.visits(box.path);
  await expect(said(voter, NOTHING)).toBeVisible();
  await expect(voter.page.getByText(NOT_OPENED)).toHaveCount(0);
});

test("the words are English for who reads English", async ({ server, arrives }) => {
  const together = await Together.prepares(server, arrives);
  const guest = await together.joins("Ann", "participant", { locale: "en-GB" });
  await guest.visits(`/w/${together.workshop.id}`);
  await expect(guest.page.getByText("This network blocks the direct connection")).toBeVisible();
  await expect(guest.page.getByRole("heading", { level: 1, name: WORKSHOP })).toBeVisible();
});
