// People around one vote: a facilitator and voters, each on a device of their own, doing what the page offers.
import { type BrowserContextOptions, expect, type Locator } from "@playwright/test";
import type { Server } from "../world/server.ts";
import type { Role } from "../world/visitor.ts";
import type { Guest } from "./guest.ts";
import { Together } from "./together.ts";

/** Title of the vote. */
export const VOTE = "Contenus de la journée";

/** Three of the bricks every vote begins with. */
export const BRICKS = ["Écriture collaborative", "Réseaux sociaux", "Logiciels libres"] as const;

type Arrives = (options?: BrowserContextOptions) => Promise<Guest>;

/** A vote with the built-in bricks, made through the interface of the server. */
export class BallotBox {
  #open: string | undefined;

  private constructor(
    readonly together: Together,
    private readonly vote: string,
  ) {}

  static async prepares(
    server: Server,
    arrives: Arrives,
    template: "bricks" | "empty" = "bricks",
  ): Promise<BallotBox> {
    const together = await Together.prepares(server, arrives);
    const { facilitator, workshop } = together;
    const path = `/api/spaces/${workshop.id}/documents`;
    const answer = await facilitator.asks("POST", path, { kind: "vote", title: VOTE, template });
    const { id } = (await answer.json()) as { id: string };
    return new BallotBox(together, id);
  }

  get path(): string {
    return `/w/${this.together.workshop.id}/${this.vote}`;
  }

  /** One more brick, by its title, from a facilitator who is not at a browser. */
  async addsBrick(title: string, about = ""): Promise<void> {
    const brick = { title, about };
    const answer = await this.together.facilitator.asks(
      "POST",
      `/api/votes/${this.vote}/bricks`,
      brick,
    );
    expect(answer.status).toBe(201);
  }

  /** A round that is open, with the rules given, opened by a facilitator who is not at a browser. */
  async opensRound(rules: object = {}): Promise<string> {
    const { facilitator } = this.together;
    const rounds = `/api/votes/${this.vote}/rounds`;
    const answer = await facilitator.asks("POST", rounds, rules);
    const { round } = (await answer.json()) as { round: string };
    await this.steps(round, "open");
    this.#open = round;
    return round;
  }

  /** Lets everybody vote who came after the round was opened. */
  async letsEverybodyIn(): Promise<void> {
    const { facilitator, workshop } = this.together;
    const space = await facilitator.asks("GET", `/api/spaces/${workshop.id}`);
    const { people } = (await space.json()) as { people: { id: string; role: Role }[] };
    for (const { id, role } of people.filter((person) => person.role !== "reader")) {
      const elector = `/api/votes/${this.vote}/rounds/${this.#open ?? ""}/electors/${id}`;
      const answer = await facilitator.asks("PUT", elector);
      expect(answer.status, role).toBe(200);
    }
  }

  async steps(round: string, step: "open" | "close" | "reveal"): Promise<void> {
    const { facilitator } = this.together;
    const answer = await facilitator.asks(
      "POST",
      `/api/votes/${this.vote}/rounds/${round}/${step}?evenFew=true`,
    );
    expect(answer.status).toBe(200);
  }

  async facilitates(): Promise<Guest> {
    return this.looks(await this.together.returnsAsFacilitator());
  }

  async joins(name: string, role: Role = "participant", width = 1280): Promise<Guest> {
    const viewport = { width, height: 800 };
    const guest = await this.together.joins(name, role, { viewport });
    if (this.#open !== undefined) await this.letsEverybodyIn();
    return this.looks(guest);
  }

  /** One more device of somebody who is here already. */
  async onAnotherDevice(guest: Guest): Promise<Guest> {
    const second = await this.together.isNew();
    await second.context.addCookies(await guest.context.cookies());
    return this.looks(second);
  }

  private async looks(guest: Guest): Promise<Guest> {
    await guest.visits(this.path);
    await expect(guest.page.getByRole("heading", { level: 1, name: VOTE })).toBeVisible();
    return guest;
  }
}

/** The card of a brick one can vote for. */
export function brick(guest: Guest, title: string): Locator {
  return guest.page.getByRole("spinbutton", { name: title });
}

/** Taps a card so many times. */
export async function places(guest: Guest, title: string, dots: number): Promise<void> {
  await expect(guest.page.getByText(/^Il vous reste \d/)).toBeVisible();
  for (let dot = 0; dot < dots; dot += 1) await brick(guest, title).click();
  await expect(brick(guest, title)).toHaveAttribute("aria-valuenow", String(dots));
}

/** The server has the ballot as it is on the page. */
export async function isCounted(guest: Guest): Promise<void> {
  await expect(guest.page.getByText("vote enregistré")).toBeVisible();
}

/** Presses a button and says yes in the window that asks. */
export async function confirms(guest: Guest, verb: string): Promise<void> {
  await guest.page.getByRole("main").getByRole("button", { name: verb }).click();
  await guest.page.getByRole("dialog").getByRole("button", { name: verb }).click();
}
