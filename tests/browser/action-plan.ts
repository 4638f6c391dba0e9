// People around one action plan, each on a device of their own, doing what the page offers.
import { type BrowserContextOptions, expect, type Locator } from "@playwright/test";
import type { Server } from "../world/server.ts";
import type { Role } from "../world/visitor.ts";
import type { Guest } from "./guest.ts";
import { Together } from "./together.ts";

/** Title of the plan. */
export const PLAN = "Plan d’action 2027";

type Arrives = Parameters<typeof Together.prepares>[1];

/** A plan with the cards of the example of an event, made through the API. */
export class ActionPlan {
  private constructor(
    readonly together: Together,
    private readonly document: string,
  ) {}

  static async prepares(server: Server, arrives: Arrives): Promise<ActionPlan> {
    const together = await Together.prepares(server, arrives);
    const path = `/api/spaces/${together.workshop.id}/documents`;
    const asked = { kind: "kanban", title: PLAN, template: "event" };
    const answer = await together.facilitator.asks("POST", path, asked);
    const { id } = (await answer.json()) as { id: string };
    return new ActionPlan(together, id);
  }

  get path(): string {
    return `/w/${this.together.workshop.id}/${this.document}`;
  }

  async joins(
    name: string,
    role: Role = "participant",
    options: BrowserContextOptions = {},
  ): Promise<Guest> {
    const guest = await this.together.joins(name, role, options);
    await guest.visits(this.path);
    await expect(guest.page.getByRole("group", { name: "Colonnes du plan" })).toBeVisible();
    return guest;
  }
}

/** A column by its name. */
export function column(guest: Guest, title: string): Locator {
  return guest.page.getByRole("region", { name: title });
}

/** A card by its title: what opens it. */
export function card(guest: Guest, title: string): Locator {
  return guest.page.getByRole("article").getByRole("button", { name: title, exact: true });
}

/** The titles of the cards in a column, from top to bottom. */
export function titlesIn(guest: Guest, title: string): Promise<string[]> {
  return column(guest, title).evaluate((tray) =>
    [...tray.querySelectorAll("article")].map((card) => card.getAttribute("aria-label") ?? ""),
  );
}

/** The cards stand in the column in this order. */
export async function stands(guest: Guest, title: string, cards: string[]): Promise<void> {
  await expect.poll(() => titlesIn(guest, title)).toEqual(cards);
}

/** Adds cards to a column, a line each. */
export async function adds(guest: Guest, title: string, cards: string[]): Promise<void> {
  const place = column(guest, title);
  await place.getByRole("button", { name: `Ajouter une carte dans ${title}` }).click();
  const field = place.getByRole("textbox", { name: `Ajouter une carte dans ${title}` });
  await field.fill(cards.join("\n"));
  await field.press("Enter");
  await expect(field).toHaveValue("");
  await field.press("Escape");
}

/** Does what the menu of a card offers. */
export async function asksCard(guest: Guest, title: string, action: string): Promise<void> {
  await guest.page.getByRole("button", { name: `Actions pour ${title}`, exact: true }).click();
  await guest.page.getByRole("menuitem", { name: action, exact: true }).click();
}

/** The middle of what is on the page. */
export async function middleOf(locator: Locator): Promise<{ x: number; y: number }> {
  // Nothing is pressed: it is in view then, stands still, and nothing lies over it.
  await locator.click({ trial: true });
  const box = await locator.boundingBox();
  if (!box) throw new Error("it is not on the page");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Does what the menu of a column offers. */
export async function asksColumn(guest: Guest, title: string, action: string): Promise<void> {
  await guest.page.getByRole("button", { name: `Actions pour la colonne ${title}` }).click();
  await guest.page.getByRole("menuitem", { name: action, exact: true }).click();
}

/** The titles of the columns, from left to right. */
export function titlesOfColumns(guest: Guest): Promise<string[]> {
  return guest.page
    .getByRole("group", { name: "Colonnes du plan" })
    .evaluate((columns) =>
      [...columns.querySelectorAll("h2")].map((one) => one.firstChild?.textContent?.trim() ?? ""),
    );
}
