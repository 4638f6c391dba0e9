// A round: an answer to a question that is being asked, of which everybody sees that it was given.
import { expect } from "@playwright/test";
import type { Guest } from "../guest.ts";
import { tabsTo } from "../keys.ts";
import type { KindRow } from "./row.ts";

const STATES = ["Grand soleil", "Éclaircies"] as const;

export const state = ({ page }: Guest, name: string) => page.getByRole("radio", { name });
export const sends = ({ page }: Guest) => page.getByRole("button", { name: "Envoyer" });
const at = (which: number): string => STATES[which] ?? STATES[0];

/** Takes the question back, which was prepared as being asked. */
async function givesUp({ page }: Guest): Promise<void> {
  await page.getByRole("button", { name: "Abandonner" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Abandonner" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
}

export const round: KindRow = {
  prepares: async (facilitator, round) => {
    const answer = await facilitator.asks("POST", `/api/rounds/${round}/askings`, { name: "" });
    expect(answer.status).toBe(201);
  },
  open: sends,
  begins: (guest) => state(guest, at(0)),
  contributes: async (guest, which, press) => {
    await press(state(guest, at(which)));
    await press(sends(guest));
  },
  types: async (guest, which) => {
    await tabsTo(guest, state(guest, at(which)));
    await guest.page.keyboard.press("Space");
    await guest.page.keyboard.press("Enter");
  },
  // Nobody sees what another answers before the reveal: that somebody has is what shows.
  seen: ({ page }, which) =>
    page.getByText(which === 0 ? /^[12] réponses? sur / : /^2 réponses sur /),
  primary: ({ page }) => [page.getByRole("button", { name: "Changer ma réponse" })],
  windows: {
    giveUp: ({ page }) => page.getByRole("button", { name: "Abandonner" }).click(),
    question: async (guest) => {
      await givesUp(guest);
      await guest.page.getByRole("button", { name: "Préparer la question" }).click();
    },
    ask: async (guest) => {
      await givesUp(guest);
      await guest.page.getByRole("button", { name: "Poser la question" }).click();
    },
  },
};
