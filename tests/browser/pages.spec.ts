// Each page, as everybody meets it: its accessibility tree, axe in light and dark, pictures to look at.
import { expect } from "@playwright/test";
import type { Guest } from "./guest.ts";
import { test } from "./guarded.ts";
import { isSound } from "./sound.ts";
import { PAD, Together, WORKSHOP } from "./together.ts";

/** A page and how one gets there. */
type Place = { name: string; reach: (together: Together) => Promise<Guest> };

const places: Place[] = [
  {
    name: "home",
    reach: async (together) => {
      const guest = await together.isNew();
      await guest.visits("/");
      await expect(guest.page.getByRole("heading", { level: 1 })).toBeVisible();
      return guest;
    },
  },
  {
    name: "home-with-workshops",
    reach: async (together) => {
      const guest = await together.joins("Alice");
      await guest.visits("/");
      await expect(guest.page.getByRole("link", { name: WORKSHOP })).toBeVisible();
      return guest;
    },
  },
  {
    name: "join",
    reach: async (together) => {
      const guest = await together.isNew();
      await guest.page.goto(together.workshop.links.participant);
      await expect(guest.page.getByLabel("Votre prénom")).toBeVisible();
      return guest;
    },
  },
  {
    name: "join-with-a-wrong-code",
    reach: async (together) => {
      const guest = await together.isNew();
      await guest.visits("/join#nulle-part-000");
      await expect(guest.page.getByRole("heading", { name: "Ce lien ou ce code" })).toBeVisible();
      return guest;
    },
  },
  {
    name: "workshop",
    reach: async (together) => {
      const guest = await together.joins("Alice");
      await guest.visits(`/w/${together.workshop.id}`);
      await expect(guest.page.getByRole("main").getByRole("link", { name: PAD })).toBeVisible();
      await expect(guest.page.getByText("1 personne est là")).toBeVisible();
      return guest;
    },
  },
  {
    name: "invite",
    reach: async (together) => {
      const guest = await together.returnsAsFacilitator();
      await guest.visits(`/w/${together.workshop.id}`);
      await guest.page.getByRole("banner").getByRole("button", { name: "Inviter" }).click();
      await expect(guest.page.getByRole("dialog")).toBeVisible();
      return guest;
    },
  },
  {
    name: "pad",
    reach: async (together) => {
      const guest = await together.opens("Alice");
      await guest.types("# Le square");
      await guest.page.keyboard.press("Enter");
      await guest.types("Ouvrir le portail le dimanche.");
      await guest.page.keyboard.press("Enter");
      await guest.types("- une clé");
      await guest.page.keyboard.press("Enter");
      await guest.types("un gardien");
      await guest.seesSaved();
      return guest;
    },
  },
  {
    name: "pad-as-reader",
    reach: async (together) => {
      const guest = await together.joins("Lise", "reader");
      await guest.visits(together.path);
      await expect(guest.page.getByText("Vous pouvez lire ce pad.")).toBeVisible();
      return guest;
    },
  },
  {
    name: "missing",
    reach: async (together) => {
      const guest = await together.isNew();
      await guest.visits("/rien-ici");
      await expect(guest.page.getByRole("heading", { level: 1 })).toBeVisible();
      return guest;
    },
  },
];

for (const { name, reach } of places) {
  test(`the page ${name} is sound for everybody`, async ({ server, arrives }) => {
    await isSound(await reach(await Together.prepares(server, arrives)), name);
  });
}

test("every word follows the language one chooses", async ({ arrives }) => {
  const guest = await arrives({ locale: "en-GB" });
  await guest.visits("/");
  await expect(guest.page.getByRole("button", { name: "English" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await guest.page.getByRole("button", { name: "Français" }).click();
  await expect(guest.page.getByRole("heading", { level: 1 })).toHaveText("Bienvenue à l’atelier");
  await expect(guest.page.locator("html")).toHaveAttribute("lang", "fr");
});
