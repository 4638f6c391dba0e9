// A vote: dots on bricks, in a secret round.
import { expect } from "@playwright/test";
import { brick, BRICKS } from "../ballot-box.ts";
import type { Guest } from "../guest.ts";
import { tabsTo } from "../keys.ts";
import type { KindRow } from "./row.ts";

const VOTED_BOTH = /^2 personnes ont voté,/;

const title = (at: number): string => BRICKS[at] ?? BRICKS[0];
const plus = ({ page }: Guest, at: number) =>
  page.getByRole("button", { name: `Ajouter une gommette : ${title(at)}` });

export const vote: KindRow = {
  prepares: async (facilitator, vote) => {
    const rounds = `/api/votes/${vote}/rounds`;
    const answer = await facilitator.asks("POST", rounds, { dots: 5 });
    const { round } = (await answer.json()) as { round: string };
    expect((await facilitator.asks("POST", `${rounds}/${round}/open`)).status).toBe(200);
  },
  open: (guest) => guest.page.getByText("Il vous reste 5 gommettes sur 5"),
  begins: (guest) => plus(guest, 0),
  contributes: async (guest, at, press) => {
    await press(plus(guest, at));
  },
  types: async (guest, at) => {
    await tabsTo(guest, brick(guest, title(at)));
    await guest.page.keyboard.press("Enter");
  },
  // Nobody sees another's dots while the round is open: that somebody has voted is what shows.
  seen: ({ page }, at) => page.getByText(at === 0 ? /^\d personnes? (a|ont) voté,/ : VOTED_BOTH),
  primary: (guest) => [plus(guest, 0), guest.page.getByRole("button", { name: "J’ai terminé" })],
  windows: {
    hands: ({ page }) => page.getByRole("button", { name: "Compter les mains levées" }).click(),
    close: ({ page }) => page.getByRole("button", { name: "Clore le vote" }).click(),
  },
};
