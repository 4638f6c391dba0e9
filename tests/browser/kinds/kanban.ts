// An action plan: cards that people add.
import { expect } from "@playwright/test";
import { asksCard, asksColumn, card, column } from "../action-plan.ts";
import type { Guest } from "../guest.ts";
import { tabsTo } from "../keys.ts";
import type { KindRow } from "./row.ts";

const FIRST = "À faire";
/** Who opens a window needs a card to open. */
const CARD = "Choisir la date";
const title = (at: number): string => `Carte numéro ${at}`;
const opener = (guest: Guest) =>
  column(guest, FIRST).getByRole("button", { name: `Ajouter une carte dans ${FIRST}` });

const writes = async (guest: Guest, text: string): Promise<void> => {
  const { page } = guest;
  // Of two windows only the one in front has the focus, where a browser tells them apart.
  await page.bringToFront();
  await expect(column(guest, FIRST).getByRole("textbox")).toBeFocused();
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
};

const asksPlan = async ({ page }: Guest, action: string): Promise<void> => {
  await page.getByRole("button", { name: "Le plan", exact: true }).click();
  await page.getByRole("menuitem", { name: action }).click();
};

const addsCard = async (guest: Guest): Promise<void> => {
  await opener(guest).click();
  await writes(guest, CARD);
};

export const kanban: KindRow = {
  open: opener,
  begins: opener,
  contributes: async (guest, at, press) => {
    await press(opener(guest));
    await writes(guest, title(at));
  },
  types: async (guest, at) => {
    await tabsTo(guest, opener(guest));
    await guest.page.keyboard.press("Enter");
    await writes(guest, title(at));
  },
  seen: (guest, at) => card(guest, title(at)),
  primary: (guest) => [opener(guest)],
  windows: {
    card: async (guest) => {
      await addsCard(guest);
      await card(guest, CARD).click();
    },
    move: async (guest) => {
      await addsCard(guest);
      await asksCard(guest, CARD, "Déplacer vers…");
    },
    column: (guest) => asksColumn(guest, FIRST, "Réglages de la colonne"),
    filters: ({ page }) => page.getByRole("button", { name: "Filtrer", exact: true }).click(),
    labels: (guest) => asksPlan(guest, "Étiquettes"),
    away: (guest) => asksPlan(guest, "Cartes rangées et corbeille"),
    chart: (guest) => asksPlan(guest, "Avancement"),
    import: (guest) => asksPlan(guest, "Importer un fichier"),
    calendar: (guest) => asksPlan(guest, "Suivre dans un agenda"),
    keys: (guest) => asksPlan(guest, "Raccourcis du clavier"),
  },
};
