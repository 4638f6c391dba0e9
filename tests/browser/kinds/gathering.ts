// People around one document of some kind, each on a device of their own.
import { type BrowserContextOptions, expect } from "@playwright/test";
import type { Server } from "../../world/server.ts";
import type { Guest } from "../guest.ts";
import { Together } from "../together.ts";
import { rowOf } from "./rows.ts";

/** Title of the document. */
export const TITLE = "À plusieurs";

export const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

type Arrives = Parameters<typeof Together.prepares>[1];

export class Gathering {
  private constructor(
    readonly together: Together,
    private readonly kind: string,
    private readonly document: string,
    /** Who is in the workshop and has nothing open yet. */
    readonly guests: readonly Guest[],
  ) {}

  /** As many participants as devices are named; they are there before the facilitator prepares the document. */
  static async of(
    kind: string,
    server: Server,
    arrives: Arrives,
    devices: readonly BrowserContextOptions[],
  ): Promise<Gathering> {
    const row = rowOf(kind);
    const together = await Together.prepares(server, arrives);
    const guests: Guest[] = [];
    for (const [at, device] of devices.entries())
      guests.push(await together.joins(`Personne ${at}`, "participant", device));
    const path = `/api/spaces/${together.workshop.id}/documents`;
    const answer = await together.facilitator.asks("POST", path, { kind, title: TITLE });
    const { id } = (await answer.json()) as { id: string };
    await row.prepares?.(together.facilitator, id);
    return new Gathering(together, kind, id, guests);
  }

  /** One participant with the document open. */
  static async ofOne(kind: string, server: Server, arrives: Arrives, device = {}): Promise<Guest> {
    const gathering = await Gathering.of(kind, server, arrives, [device]);
    const [guest] = await gathering.opens();
    if (!guest) throw new Error("nobody came");
    return guest;
  }

  /** Two participants with the document open. */
  static async ofTwo(kind: string, server: Server, arrives: Arrives): Promise<[Guest, Guest]> {
    const gathering = await Gathering.of(kind, server, arrives, [{}, {}]);
    const [alice, bob] = await gathering.opens();
    if (!alice || !bob) throw new Error("nobody came");
    return [alice, bob];
  }

  async opens(): Promise<readonly Guest[]> {
    for (const guest of this.guests) await this.shows(guest);
    return this.guests;
  }

  async facilitates(): Promise<Guest> {
    const nadia = await this.together.returnsAsFacilitator();
    await this.shows(nadia);
    return nadia;
  }

  private async shows(guest: Guest): Promise<void> {
    await guest.visits(`/w/${this.together.workshop.id}/${this.document}`);
    await expect(rowOf(this.kind).open(guest)).toBeVisible();
  }
}
