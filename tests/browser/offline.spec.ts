// Without a network or without a server, people go on writing, and nothing is lost.
import { expect } from "@playwright/test";
import { test } from "./guarded.ts";
import { PAD, Together } from "./together.ts";

const OFFLINE = "hors ligne — tout est gardé ici";
const UNSENT = "seulement sur cet appareil";

test("what was typed offline merges when the network is back", async ({ server, arrives }) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  const bob = await together.opens("Bob");
  await alice.types("Commun. ");
  await bob.reads("Commun.");
  await alice.seesSaved();

  await alice.context.setOffline(true);
  await expect(alice.saving).toHaveText(OFFLINE);
  await alice.types("Hors ligne. ");
  await bob.types("En ligne. ");
  await alice.context.setOffline(false);

  await bob.reads("Hors ligne.");
  await alice.reads("En ligne.");
  await alice.seesSaved();
});

test("a pad opens again offline, with what was typed offline", async ({ server, arrives }) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  await alice.types("Avant. ");
  await alice.seesSaved();
  await alice.isReadyForOffline();
  await alice.context.setOffline(true);
  await alice.types("Pendant. ");
  await expect(alice.saving).toHaveText(UNSENT);

  await alice.page.reload();
  await alice.isInPad(PAD);
  await alice.reads("Avant. Pendant.");
  await alice.types("Après le rechargement.");

  await alice.context.setOffline(false);
  await alice.seesSaved();
  const bob = await together.opens("Bob");
  await bob.reads("Avant. Pendant. Après le rechargement.");
});

test("a server killed in the middle loses nothing", async ({ server, arrives }) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  const bob = await together.opens("Bob");
  await alice.types("Avant la panne. ");
  await bob.reads("Avant la panne.");
  await alice.seesSaved();

  await server.kill();
  await expect(alice.saving).toHaveText(OFFLINE);
  await alice.types("Alice pendant. ");
  await bob.types("Bob pendant. ");
  await server.restart();

  await alice.reads("Bob pendant.");
  await bob.reads("Alice pendant.");
  await alice.seesSaved();
  await bob.seesSaved();
  const written = await together.facilitator.exports(together.pad, "txt");
  expect(written).toContain("Avant la panne.");
  expect(written).toContain("Alice pendant.");
  expect(written).toContain("Bob pendant.");
});
