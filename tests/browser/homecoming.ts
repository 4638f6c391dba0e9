// A structure that took its action plan home from a workshop: for journeys that begin after that.
import { expect } from "@playwright/test";
import type { Server } from "../world/server.ts";
import { Visitor } from "../world/visitor.ts";
import type { Guest } from "./guest.ts";
import { Together } from "./together.ts";

/** Title of the structure; its first member is Alice. */
export const STRUCTURE = "Les Jardins partagés";

type Made = { id: string; document: string; links: { participant: string; reader: string } };
type Arrives = Parameters<typeof Together.prepares>[1];

/** A workshop and a structure that comes from it, made through the API by a member who then leaves. */
export class Homecoming {
  private constructor(
    readonly together: Together,
    readonly member: Visitor,
    readonly structure: Made,
  ) {}

  static async prepares(server: Server, arrives: Arrives): Promise<Homecoming> {
    const together = await Together.prepares(server, arrives);
    const member = new Visitor(server);
    await member.joins(together.workshop.links.participant, "Alice");
    const answer = await member.asks("POST", "/api/structures", {
      title: STRUCTURE,
      language: "fr",
      name: "Alice",
      workshop: together.workshop.id,
      template: "event",
    });
    expect(answer.status).toBe(201);
    return new Homecoming(together, member, (await answer.json()) as Made);
  }

  /** Address of the structure's page. */
  get path(): string {
    return `/w/${this.structure.id}`;
  }

  /** Shows the structure's plan to the facilitators of the workshop. */
  async isShared(): Promise<void> {
    const path = `/api/spaces/${this.structure.id}`;
    expect((await this.member.asks("PATCH", path, { shared: true })).status).toBe(200);
  }

  /** Alice's device, at the structure's page. */
  async returns(): Promise<Guest> {
    const alice = await this.together.device(this.member);
    await alice.visits(this.path);
    await isInStructure(alice);
    return alice;
  }

  /** The facilitator's device, at the workshop's page. */
  async facilitates(): Promise<Guest> {
    const nadia = await this.together.returnsAsFacilitator();
    await nadia.visits(`/w/${this.together.workshop.id}`);
    return nadia;
  }
}

/** The page of the structure is open, and its people are known. */
export async function isInStructure(guest: Guest): Promise<void> {
  const { page } = guest;
  await expect(page.getByRole("heading", { level: 1, name: STRUCTURE })).toBeVisible();
  await expect(page.getByText(/^\d personnes? (est|sont) là$/)).toBeVisible();
}
