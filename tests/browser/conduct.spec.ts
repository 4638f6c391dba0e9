// The conduct of a workshop: one step after the other, on a clock everybody shares, on every page.
import { expect, type Locator } from "@playwright/test";
import type { Server } from "../world/server.ts";
import { Visitor, type Workshop } from "../world/visitor.ts";
import { fits } from "./fit.ts";
import { test } from "./guarded.ts";
import type { Guest } from "./guest.ts";
import { isAccessible } from "./sound.ts";

type Arrives = (options?: object) => Promise<Guest>;

/** A workshop with an agenda that is followed, and a pad. */
class Day {
  private constructor(
    private readonly arrives: Arrives,
    private readonly nadia: Visitor,
    readonly workshop: Workshop,
    readonly agenda: string,
    readonly pad: string,
  ) {}

  static async planned(server: Server, arrives: Arrives): Promise<Day> {
    const nadia = new Visitor(server);
    const workshop = await nadia.createsWorkshop("Usages numériques");
    const made = await nadia.asks("POST", `/api/spaces/${workshop.id}/documents`, {
      kind: "agenda",
      title: "Déroulé",
      template: "two-days",
    });
    const { id } = (await made.json()) as { id: string };
    const pad = await nadia.opensPad(workshop.id, "Nos idées");
    return new Day(arrives, nadia, workshop, id, pad.id);
  }

  async follows(): Promise<void> {
    await this.does({ type: "follow", agenda: this.agenda });
  }

  async begins(step = "s1-1"): Promise<void> {
    await this.follows();
    await this.does({ type: "start", step, offset: 60 });
  }

  /** A deed of Nadia’s other device. */
  async does(deed: object): Promise<void> {
    const path = `/api/spaces/${this.workshop.id}/conduct`;
    const seen = (await (await this.nadia.asks("GET", path)).json()) as { revision: number };
    const answer = await this.nadia.asks("POST", path, { from: seen.revision, deed });
    expect(answer.status).toBe(200);
  }

  async facilitator(options = {}): Promise<Guest> {
    const guest = await this.arrives(options);
    const [name = "", value = ""] = this.nadia.cookie.split("=");
    await guest.context.addCookies([{ name, value, url: guest.origin }]);
    await guest.visits(`/w/${this.workshop.id}`);
    return guest;
  }

  async participant(options = {}, name = "Bob"): Promise<Guest> {
    const guest = await this.arrives(options);
    await guest.followsLink(this.workshop.links.participant, name);
    return guest;
  }
}

const line = ({ page }: Guest): Locator => page.getByRole("region", { name: "Animation" });
const clock = ({ page }: Guest): Locator => page.getByRole("banner").getByRole("timer");
const presses = (guest: Guest, name: string | RegExp): Promise<void> =>
  line(guest).getByRole("button", { name }).click();
const today = ({ page }: Guest): Locator => page.getByRole("region", { name: "La journée" });
const called = ({ page }: Guest): Locator =>
  page.getByRole("group", { name: /^Tout le monde va à/ });

/** How many seconds the clock says are left. */
async function left(guest: Guest): Promise<number> {
  const said = (await clock(guest).textContent()) ?? "";
  const [, minutes = "", seconds = ""] = /(\d+):(\d\d)$/.exec(said) ?? [];
  return Number(minutes) * 60 + Number(seconds);
}

test("a facilitator begins the day, and goes from step to step before everybody’s eyes", async ({
  server,
  arrives,
}) => {
  const day = await Day.planned(server, arrives);
  const [nadia, bob] = [await day.facilitator(), await day.participant()];
  await expect(today(nadia)).toContainText("Choisissez le déroulé");
  await nadia.page.getByRole("button", { name: /^Suivre/ }).click();
  await expect(today(bob)).toContainText("La journée n’a pas commencé");
  await presses(nadia, /^Commencer/);
  await expect(today(bob)).toContainText("Maintenant");
  await expect(clock(bob)).toHaveText(/^encore 1[45]:\d\d$/);
  await today(bob)
    .getByText(/^Toute la journée/)
    .click();
  await expect(today(bob).getByRole("listitem").first()).toHaveAttribute("aria-current", "step");
  await presses(nadia, "Ajouter 5 minutes");
  await expect(clock(bob)).toHaveText(/^encore (20:00|19:\d\d)$/);
  await presses(nadia, "Enlever 1 minute");
  await expect(clock(bob)).toHaveText(/^encore (19:00|18:\d\d)$/);
  await presses(nadia, "Pause");
  await expect(clock(bob)).toHaveText(/^en pause, reste/);
  await presses(nadia, "Reprendre");
  await expect(clock(bob)).toHaveText(/^encore/);
  await presses(nadia, "Étape suivante");
  await expect(today(bob)).toContainText("Tour d’humeur");
  await expect(nadia.page.getByRole("banner")).toContainText("Tour d’humeur");
  await presses(nadia, "Étape d’avant");
  await expect(nadia.page.getByRole("banner")).toContainText("Accueil, émargement");
});

test("two facilitators who press ‘next’ at the same time go on by one step", async ({
  server,
  arrives,
}) => {
  const day = await Day.planned(server, arrives);
  await day.begins();
  const two = [await day.facilitator(), await day.facilitator()];
  const next = two.map((guest) => line(guest).getByRole("button", { name: "Étape suivante" }));
  for (const button of next) await expect(button).toBeVisible();
  // Neither is told of the other before both have pressed.
  let [pressed, both] = [0, (): void => undefined];
  const together = new Promise<void>((resolve) => (both = resolve));
  for (const guest of two)
    await guest.page.route("**/conduct", async (route) => {
      if (route.request().method() === "POST" && (pressed += 1) === 2) both();
      if (route.request().method() === "POST") await together;
      await route.continue();
    });
  await Promise.all(next.map((button) => button.click()));
  for (const guest of two)
    await expect(guest.page.getByRole("banner")).toContainText("Tour d’humeur");
  const path = `/api/spaces/${day.workshop.id}/conduct`;
  const seen = await two[0]?.page.request.get(`${server.url}${path}`);
  expect(((await seen?.json()) as { course: { step: { id: string } } }).course.step.id).toBe(
    "s1-2",
  );
});

test("a device whose clock is wrong counts as all others do, also after it was loaded again", async ({
  server,
  arrives,
}) => {
  const day = await Day.planned(server, arrives);
  await day.begins();
  const bob = await arrives();
  await bob.page.clock.install({ time: Date.now() + 3 * 3_600_000 });
  await bob.followsLink(day.workshop.links.participant, "Bob");
  await expect(clock(bob)).toHaveText(/^encore 1[45]:\d\d$/);
  expect(await left(bob)).toBeGreaterThan(13 * 60);
  await bob.page.reload();
  await expect(clock(bob)).toHaveText(/^encore 1[45]:\d\d$/);
});

test("the time goes on without a network, and is right when it is back", async ({
  server,
  arrives,
}) => {
  const day = await Day.planned(server, arrives);
  await day.begins();
  const bob = await day.participant();
  await bob.isReadyForOffline();
  await expect(clock(bob)).toHaveText(/^encore/);
  await bob.context.setOffline(true);
  const before = await left(bob);
  await expect.poll(() => left(bob)).toBeLessThan(before);
  await day.does({ type: "add", minutes: 5 });
  await bob.context.setOffline(false);
  await expect.poll(() => left(bob)).toBeGreaterThan(18 * 60);
});

test("everybody is brought to a pad, but who wants to stay", async ({ server, arrives }) => {
  const day = await Day.planned(server, arrives);
  await day.begins();
  const [bob, zoe] = [await day.participant({}, "Bob"), await day.participant({}, "Zoé")];
  const nadia = await day.facilitator();
  await nadia.opensPad("Nos idées");
  await expect(line(nadia)).toBeVisible();
  for (const guest of [bob, zoe]) await expect(clock(guest)).toBeVisible();
  await presses(nadia, /^Tout le monde ici/);
  await expect(called(zoe)).toContainText("Nos idées");
  await zoe.page.getByRole("button", { name: "Rester ici" }).click();
  await bob.isInPad("Nos idées");
  await expect(called(bob)).toHaveCount(0);
  await expect(
    zoe.page.getByRole("heading", { level: 1, name: "Usages numériques" }),
  ).toBeVisible();
  await expect(called(zoe)).toHaveCount(0);
});

test("hands stand in a queue, and who is ready is counted", async ({ server, arrives }) => {
  const day = await Day.planned(server, arrives);
  await day.begins();
  const [nadia, bob] = [await day.facilitator(), await day.participant()];
  await today(bob).getByRole("button", { name: "Lever la main" }).click();
  await expect(today(bob)).toContainText("c’est à vous");
  const hands = line(nadia).getByRole("button", { name: "1 main levée" });
  await hands.click();
  await nadia.page.getByRole("menuitem", { name: "Baisser la main de Bob" }).click();
  await expect(today(bob).getByRole("button", { name: "Lever la main" })).toBeVisible();
  await expect(hands).toHaveCount(0);
  await presses(nadia, /^Prêts/);
  await nadia.page.getByRole("menuitem", { name: "Demander si tout le monde est prêt" }).click();
  await expect(line(nadia)).toContainText("0 prêt·es sur 1");
  await today(bob).getByRole("button", { name: "Je suis prêt·e" }).click();
  await expect(line(nadia)).toContainText("1 prêt·es sur 1");
});

test("on a phone the step stands in one line, and the conduct behind it", async ({
  server,
  arrives,
}) => {
  const day = await Day.planned(server, arrives);
  await day.begins();
  const viewport = { width: 360, height: 720 };
  const [nadia, bob] = [await day.facilitator({ viewport }), await day.participant({ viewport })];
  await bob.page.goto(`${bob.origin}/w/${day.workshop.id}/${day.pad}`);
  await bob.isInPad("Nos idées");
  await expect(clock(bob)).toBeVisible();
  await fits(bob);
  await clock(nadia).click();
  const panel = nadia.page.getByRole("dialog", { name: "Le moment" });
  await panel.getByRole("button", { name: "Étape suivante" }).click();
  await expect(panel).toContainText("Tour d’humeur");
  await fits(nadia);
  await expect(bob.page.getByRole("banner")).toContainText("Tour d’humeur");
  await clock(bob).click();
  const moment = bob.page.getByRole("dialog", { name: "Le moment" });
  await moment.getByRole("button", { name: "Lever la main" }).click();
  await expect(moment).toContainText("Main levée");
});

test("what is shown of the moment is sound for everybody, and done by keyboard", async ({
  server,
  arrives,
}) => {
  const day = await Day.planned(server, arrives);
  await day.begins();
  const nadia = await day.facilitator();
  await expect(line(nadia)).toBeVisible();
  await isAccessible(nadia, "conduct");
  await clock(nadia).click();
  await expect(nadia.page.getByRole("dialog", { name: "Le moment" })).toBeVisible();
  await isAccessible(nadia, "conduct-moment");
  await nadia.page.keyboard.press("Escape");
  await nadia.page.bringToFront();
  await line(nadia).getByRole("button", { name: "Étape suivante" }).focus();
  await nadia.page.keyboard.press("Enter");
  await expect(nadia.page.getByRole("banner")).toContainText("Tour d’humeur");
  await expect(nadia.page.getByText(/^Étape\s: Tour d’humeur/)).toBeAttached();
});
