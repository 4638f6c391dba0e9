// An agenda: steps that people add to its days.
import { expect, type Locator } from "@playwright/test";
import type { Guest } from "../guest.ts";
import { tabsTo } from "../keys.ts";
import type { KindRow } from "./row.ts";

const DAY = "Jour 1";
const FIRST = "Accueil, émargement";
const title = (at: number): string => `Étape numéro ${at}`;

export const day = ({ page }: Guest, name = DAY): Locator => page.getByRole("region", { name });
export const step = (guest: Guest, name: string): Locator =>
  guest.page.getByRole("listitem").filter({ hasText: name });
const begins = ({ page }: Guest): Locator => page.getByRole("button", { name: "Nouvelle étape" });
const line = (guest: Guest): Locator =>
  guest.page.getByRole("textbox", { name: `Ajouter une étape à «\u00a0${DAY}\u00a0»` });

/** Chooses an entry of the menu of a step. */
export async function asks(guest: Guest, name: string, entry: string): Promise<void> {
  const menu = `Actions sur «\u00a0${name}\u00a0»`;
  await guest.page.getByRole("button", { name: menu }).first().click();
  await guest.page.getByRole("menuitem", { name: entry, exact: true }).click();
}

export const agenda: KindRow = {
  open: line,
  begins,
  contributes: async (guest, at, press) => {
    // Of two windows only the one in front has the focus, where a browser tells them apart.
    await guest.page.bringToFront();
    await press(begins(guest));
    await expect(line(guest)).toBeFocused();
    await line(guest).fill(title(at));
    await press(day(guest).getByRole("button", { name: "Ajouter", exact: true }));
  },
  types: async (guest, at) => {
    await tabsTo(guest, line(guest));
    await guest.page.keyboard.type(title(at));
    await guest.page.keyboard.press("Enter");
  },
  seen: (guest, at) => step(guest, title(at)),
  primary: (guest) => [
    begins(guest),
    line(guest),
    day(guest).getByRole("button", { name: "Ajouter", exact: true }),
  ],
  windows: {
    step: (guest) => asks(guest, FIRST, "Modifier l’étape"),
    move: (guest) => asks(guest, FIRST, "Déplacer vers…"),
    day: (guest) => asks(guest, DAY, "Modifier le jour"),
    remove: (guest) => asks(guest, DAY, "Supprimer le jour"),
    results: ({ page }) =>
      page.getByRole("button", { name: "Reprendre les résultats d’un vote" }).click(),
  },
};
