// The agenda of a workshop: times that follow from the order, conflicts in minutes, what a vote chose.
import { expect } from "@playwright/test";
import type { Server } from "../world/server.ts";
import { Visitor } from "../world/visitor.ts";
import { BallotBox, BRICKS, isCounted, places, VOTE } from "./ballot-box.ts";
import { fits } from "./fit.ts";
import type { Guest } from "./guest.ts";
import { test } from "./guarded.ts";
import { asks, day, step } from "./kinds/agenda.ts";

type Arrives = (options?: object) => Promise<Guest>;

/** A workshop with an agenda of two days, opened by who facilitates it. */
async function opens(server: Server, arrives: Arrives, options = {}): Promise<Guest> {
  const nadia = new Visitor(server);
  const { id } = await nadia.createsWorkshop("Usages numériques");
  const made = await nadia.asks("POST", `/api/spaces/${id}/documents`, {
    kind: "agenda",
    title: "Déroulé",
    template: "two-days",
  });
  const { id: agenda } = (await made.json()) as { id: string };
  const guest = await arrives(options);
  const [name = "", value = ""] = nadia.cookie.split("=");
  await guest.context.addCookies([{ name, value, url: server.url }]);
  await guest.visits(`/w/${id}/${agenda}`);
  await expect(step(guest, "Déjeuner").first()).toBeVisible();
  return guest;
}

const at = (guest: Guest, name: string) =>
  day(guest).getByRole("listitem").filter({ hasText: name });

test("a step that is longer moves all that follow, and says what no longer fits before lunch", async ({
  server,
  arrives,
}) => {
  const nadia = await opens(server, arrives);
  await expect(at(nadia, "Déjeuner")).toContainText("12:30–13:45");
  await asks(nadia, "Tour d’humeur", "Modifier l’étape");
  const window = nadia.page.getByRole("dialog", { name: "Modifier l’étape" });
  await window.getByLabel("Durée, en minutes").fill("35");
  await window.getByRole("button", { name: "Enregistrer" }).click();
  await expect(at(nadia, "Tour d’humeur")).toContainText("9:15–9:50");
  await expect(at(nadia, "Déjeuner")).toContainText("20 min de trop avant");
  await expect(at(nadia, "Déjeuner")).toContainText("12:30–13:45");
  await expect(day(nadia).getByText("20 min de trop avant une heure fixe")).toBeVisible();
  await nadia.page.keyboard.press("ControlOrMeta+z");
  await expect(at(nadia, "Déjeuner")).not.toContainText("de trop");
});

test("a line becomes a step with its length; it goes up by keyboard and to another day by a menu", async ({
  server,
  arrives,
}) => {
  const nadia = await opens(server, arrives);
  const line = day(nadia).getByRole("textbox");
  await line.fill("Photo de groupe 20 min");
  await line.press("Enter");
  await expect(line).toHaveValue("");
  await expect(at(nadia, "Photo de groupe")).toContainText("17:00–17:20");
  const grip = nadia.page.getByRole("button", { name: /^Déplacer «\sPhoto de groupe/ });
  await grip.press("ArrowUp");
  await expect(at(nadia, "Photo de groupe")).toContainText("16:45–17:05");
  await expect(grip).toBeFocused();
  await asks(nadia, "Photo de groupe", "Déplacer vers…");
  const window = nadia.page.getByRole("dialog");
  await window.getByLabel("Jour", { exact: true }).selectOption({ label: "Jour 2" });
  await window.getByLabel("Place").selectOption({ label: "Au début" });
  await window.getByRole("button", { name: "Déplacer" }).click();
  const second = day(nadia, "Jour 2").getByRole("listitem").first();
  await expect(second).toContainText("Photo de groupe");
  await expect(second).toContainText("9:00–9:20");
});

test("a step is dragged by its grip", async ({ server, arrives }) => {
  const nadia = await opens(server, arrives);
  const grip = nadia.page.getByRole("button", { name: /^Déplacer «\sTour d’humeur/ }).first();
  const target = at(nadia, "Accueil, émargement");
  await grip.hover();
  await nadia.page.mouse.down();
  const box = await target.boundingBox();
  if (!box) throw new Error("the step is shown");
  await nadia.page.mouse.move(box.x + 40, box.y + box.height / 2 - 4);
  await nadia.page.mouse.move(box.x + 40, box.y + 4);
  await nadia.page.mouse.up();
  await expect(day(nadia).getByRole("listitem").first()).toContainText("Tour d’humeur");
  await expect(at(nadia, "Accueil, émargement")).toContainText("9:15–9:30");
});

test("a day is added, dated, and thrown away with its steps kept", async ({ server, arrives }) => {
  const nadia = await opens(server, arrives);
  await nadia.page.getByRole("button", { name: "Ajouter un jour" }).click();
  const window = nadia.page.getByRole("dialog", { name: "Modifier le jour" });
  await window.getByLabel("Date").fill("2027-03-16");
  await window.getByRole("button", { name: "Enregistrer" }).click();
  await expect(day(nadia, "Jour 3")).toContainText("16 mars 2027");
  const line = day(nadia, "Jour 3").getByRole("textbox");
  await line.fill("Suites");
  await line.press("Enter");
  await asks(nadia, "Jour 3", "Supprimer le jour");
  await nadia.page.getByRole("dialog").getByRole("button", { name: "Supprimer" }).click();
  await expect(day(nadia, "Jour 3")).toHaveCount(0);
  await expect(day(nadia, "À placer")).toContainText("Suites");
});

test("on a phone every step is read and changed", async ({ server, arrives }) => {
  const nadia = await opens(server, arrives, { viewport: { width: 360, height: 740 } });
  await fits(nadia);
  await asks(nadia, "Tour d’humeur", "Descendre");
  await expect(at(nadia, "Tour d’humeur")).toContainText("9:25–9:40");
});

test("what a vote chose takes the free steps, once, and what finds none waits", async ({
  server,
  arrives,
}) => {
  const box = await BallotBox.prepares(server, arrives);
  const { facilitator, workshop } = box.together;
  const made = await facilitator.asks("POST", `/api/spaces/${workshop.id}/documents`, {
    kind: "agenda",
    title: "Déroulé",
    template: "two-days",
  });
  const { id: agenda } = (await made.json()) as { id: string };
  const round = await box.opensRound();
  const nadia = await box.facilitates();
  await places(nadia, BRICKS[2], 2);
  await places(nadia, BRICKS[0], 1);
  await isCounted(nadia);
  await box.steps(round, "close");
  await box.steps(round, "reveal");

  await nadia.visits(`/w/${workshop.id}/${agenda}`);
  const takesOver = async (): Promise<void> => {
    await nadia.page.getByRole("button", { name: "Reprendre les résultats d’un vote" }).click();
    const window = nadia.page.getByRole("dialog");
    await expect(window.getByLabel("Vote")).toHaveText(VOTE);
    await window.getByRole("button", { name: "Reprendre" }).click();
    await expect(window).toBeHidden();
  };
  await takesOver();
  const steps = await nadia.page.getByRole("main").getByRole("listitem").allTextContents();
  const placeOf = (title: string): number => steps.findIndex((text) => text.includes(title));
  expect(placeOf(BRICKS[2])).toBeGreaterThan(-1);
  expect(placeOf(BRICKS[0])).toBeGreaterThan(placeOf(BRICKS[2]));
  await expect(step(nadia, BRICKS[1])).toHaveCount(0);

  await takesOver();
  await expect(nadia.page.getByText("est déjà dans le déroulé")).toBeVisible();
  await expect(step(nadia, BRICKS[2])).toHaveCount(1);
  await nadia.page.keyboard.press("ControlOrMeta+z");
  await expect(step(nadia, BRICKS[2])).toHaveCount(0);
});
