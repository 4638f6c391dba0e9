// A wall: notes that people write, one after the other.
import { expect } from "@playwright/test";
import type { Guest } from "../guest.ts";
import { tabsTo } from "../keys.ts";
import type { KindRow } from "./row.ts";

const FIRST = "Ce que j’attends";
const text = (at: number): string => `Attente numéro ${at}`;

/** Where one writes in a column. */
export const field = ({ page }: Guest, column = FIRST) =>
  page.getByRole("textbox", { name: `Écrire une note dans ${column}` });

/** A note on the wall, or one's own that is not there yet. */
export const note = ({ page }: Guest, text: string) =>
  page.getByRole("article").filter({ hasText: text });

export async function writes(guest: Guest, text: string, column = FIRST): Promise<void> {
  await field(guest, column).fill(text);
  await field(guest, column).press("Enter");
  await expect(note(guest, text)).toBeVisible();
}

export async function asksNote(guest: Guest, text: string, action: string): Promise<void> {
  await guest.page.getByRole("button", { name: `Actions pour la note ${text}` }).click();
  await guest.page.getByRole("menuitem", { name: action }).click();
}

async function asksColumn({ page }: Guest, action: string): Promise<void> {
  await page.getByRole("button", { name: `Actions pour la colonne ${FIRST}` }).click();
  await page.getByRole("menuitem", { name: action }).click();
}

/** Opens a window of a note of one's own, beside another. */
const ofNote =
  (action: string) =>
  async (guest: Guest): Promise<void> => {
    await writes(guest, text(8));
    await writes(guest, text(9));
    await asksNote(guest, text(9), action);
  };

export const wall: KindRow = {
  prepares: async (facilitator, wall) => {
    const rules = { named: false, hidden: false, moderated: false };
    const answer = await facilitator.asks("POST", `/api/walls/${wall}/announce`, rules);
    expect(answer.status).toBe(200);
  },
  open: (guest) => field(guest),
  begins: (guest) => field(guest),
  contributes: async (guest, at, press) => {
    await press(field(guest));
    await field(guest).fill(text(at));
    await field(guest).press("Enter");
  },
  types: async (guest, at) => {
    await tabsTo(guest, field(guest));
    await guest.page.keyboard.type(text(at));
    await guest.page.keyboard.press("Enter");
  },
  seen: (guest, at) => note(guest, text(at)),
  primary: ({ page }) => [page.getByRole("button", { name: "Ajouter", exact: true }).first()],
  windows: {
    with: ofNote("Mettre avec…"),
    move: ofNote("Déplacer vers…"),
    change: ofNote("Changer le texte"),
    column: (guest) => asksColumn(guest, "Renommer"),
    addColumn: ({ page }) => page.getByRole("button", { name: "Ajouter une colonne" }).click(),
    close: ({ page }) => page.getByRole("button", { name: "Faire le point" }).click(),
  },
};
