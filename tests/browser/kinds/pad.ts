// A pad: lines that people write.
import { tabsTo } from "../keys.ts";
import type { KindRow } from "./row.ts";

const line = (at: number): string => `Phrase numéro ${at}.`;

export const pad: KindRow = {
  open: (guest) => guest.editor,
  begins: (guest) => guest.editor,
  contributes: async (guest, at, press) => {
    await press(guest.editor);
    await guest.types(line(at));
  },
  types: async (guest, at) => {
    await tabsTo(guest, guest.editor);
    await guest.page.keyboard.type(line(at));
  },
  seen: (guest, at) => guest.page.getByRole("main").getByText(line(at)),
  primary: ({ page }) => [page.getByRole("toolbar").getByRole("button", { name: /^Gras/ })],
  windows: {
    link: async (guest) => {
      await guest.types("à relier");
      await guest.page.keyboard.press("ControlOrMeta+a");
      await guest.page.getByRole("toolbar").getByRole("button", { name: /^Lien/ }).click();
    },
    cards: async (guest) => {
      await guest.types("à faire");
      await guest.page.keyboard.press("ControlOrMeta+a");
      await guest.page.getByRole("button", { name: "Faire des cartes de ces lignes" }).click();
    },
  },
};
