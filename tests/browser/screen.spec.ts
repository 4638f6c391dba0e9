// The screen of the room: what everybody sees on the wall, for a day, by a link that opens nothing.
import { expect, type Locator } from "@playwright/test";
import type { Server } from "../world/server.ts";
import { test } from "./guarded.ts";
import type { Guest } from "./guest.ts";
import { isNotWide } from "./fit.ts";
import { isAccessible } from "./sound.ts";
import { Together, WORKSHOP } from "./together.ts";

const WALL = { viewport: { width: 1280, height: 720 } };
const clock = ({ page }: Guest): Locator => page.getByRole("timer");

type Arrives = Parameters<typeof Together.prepares>[1];

/** A workshop whose first step runs, and its screen on the wall. */
class Wall {
  private constructor(
    readonly together: Together,
    readonly screen: Guest,
    readonly agenda: string,
  ) {}

  static async shows(server: Server, arrives: Arrives): Promise<Wall> {
    const together = await Together.prepares(server, arrives);
    const { facilitator, workshop } = together;
    const space = `/api/spaces/${workshop.id}`;
    const body = { kind: "agenda", title: "Déroulé", template: "two-days" };
    const made = await facilitator.asks("POST", `${space}/documents`, body);
    const { id } = (await made.json()) as { id: string };
    const { link } = (await (await facilitator.asks("POST", `${space}/screen`)).json()) as {
      link: string;
    };
    const screen = await arrives(WALL);
    await screen.page.goto(link);
    return new Wall(together, screen, id);
  }

  async does(deed: object): Promise<void> {
    const { facilitator, workshop } = this.together;
    const path = `/api/spaces/${workshop.id}/conduct`;
    const seen = (await (await facilitator.asks("GET", path)).json()) as { revision: number };
    const answer = await facilitator.asks("POST", path, { from: seen.revision, deed });
    expect(answer.status).toBe(200);
  }

  async begins(): Promise<void> {
    await this.does({ type: "follow", agenda: this.agenda });
    await this.does({ type: "start", step: "s1-1", offset: 60 });
  }
}

test("a facilitator makes the link of the screen, gives the Wi-Fi, and revokes it", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const nadia = await together.returnsAsFacilitator();
  await nadia.visits(`/w/${together.workshop.id}`);
  await nadia.page.getByRole("banner").getByRole("button", { name: "Inviter" }).click();
  const dialog = nadia.page.getByRole("dialog");
  await dialog.getByText("Écran de la salle").click();
  await dialog.getByRole("button", { name: "Faire le lien de l’écran" }).click();
  const link = await dialog.getByRole("link", { name: "Ouvrir l’écran" }).getAttribute("href");
  await dialog.getByLabel("Nom du Wi-Fi de la salle").fill("Salle des fêtes");
  await dialog.getByLabel(/^Mot de passe du Wi-Fi/).fill("bienvenue");
  await dialog.getByRole("button", { name: "Montrer le Wi-Fi" }).click();
  await expect(nadia.page.getByText("L’écran montre le Wi-Fi.")).toBeVisible();
  await isAccessible(nadia, "screen-kept");

  const screen = await arrives(WALL);
  await screen.page.goto(link ?? "");
  await expect(screen.page.getByRole("heading", { name: WORKSHOP })).toBeVisible();
  await expect(screen.page.getByText(together.workshop.code)).toBeVisible();
  await expect(screen.page.getByRole("img", { name: /rejoindre le Wi-Fi/ })).toBeVisible();
  await expect(screen.page.getByRole("main")).not.toContainText("Nadia");
  await screen.page.screenshot({ path: "out/screen-waiting-1280.png" });
  await dialog.getByRole("button", { name: "Retirer le lien" }).click();
  await expect(screen.page.getByText("Ce lien ne montre plus rien")).toBeVisible();
});

test("the screen shows the step and its clock, and goes on through a network that fails", async ({
  server,
  arrives,
}) => {
  const wall = await Wall.shows(server, arrives);
  const { screen } = wall;
  await wall.begins();
  await expect(screen.page.getByRole("heading", { name: "Accueil, émargement" })).toBeVisible();
  await expect(screen.page.getByText("Tour d’humeur")).toBeVisible();
  for (const viewport of [WALL.viewport, { width: 1920, height: 1080 }]) {
    await screen.page.setViewportSize(viewport);
    await isNotWide(screen);
    await screen.page.screenshot({ path: `out/screen-step-${String(viewport.width)}.png` });
  }
  await screen.page.clock.install();
  await screen.context.setOffline(true);
  await screen.page.clock.runFor(40_000);
  await expect(screen.page.getByText(/^Pas de nouvelles du serveur depuis/)).toBeVisible();
  const before = await clock(screen).textContent();
  await screen.page.clock.runFor(5_000);
  await expect(clock(screen)).not.toHaveText(before ?? "");
  await screen.context.setOffline(false);
  await wall.does({ type: "next" });
  await screen.page.clock.resume();
  await expect(screen.page.getByRole("heading", { name: "Tour d’humeur" })).toBeVisible();
  await expect(screen.page.getByText(/^Pas de nouvelles/)).toHaveCount(0);
  await isAccessible(screen, "screen");
});
