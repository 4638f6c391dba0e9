// People already in one pad: for journeys that begin where others have been shown to lead.
import type { BrowserContextOptions } from "@playwright/test";
import type { Server } from "../world/server.ts";
import { type Role, Visitor, type Workshop } from "../world/visitor.ts";
import type { Guest } from "./guest.ts";

type Arrives = (options?: BrowserContextOptions) => Promise<Guest>;

/** Title of the workshop and of its pad. */
export const WORKSHOP = "Quartier des Lilas";
export const PAD = "Compte rendu";

/** A workshop with one pad, made through the API by a facilitator who then leaves. */
export class Together {
  private constructor(
    private readonly server: Server,
    private readonly arrives: Arrives,
    readonly facilitator: Visitor,
    readonly workshop: Workshop,
    readonly pad: string,
  ) {}

  static async prepares(server: Server, arrives: Arrives): Promise<Together> {
    const facilitator = new Visitor(server);
    const workshop = await facilitator.createsWorkshop(WORKSHOP);
    const pad = await facilitator.opensPad(workshop.id, PAD);
    return new Together(server, arrives, facilitator, workshop, pad.id);
  }

  /** Address of the pad's page. */
  get path(): string {
    return `/w/${this.workshop.id}/${this.pad}`;
  }

  /** A new device that never was here. */
  isNew(): Promise<Guest> {
    return this.arrives();
  }

  /** The facilitator's own device. */
  async returnsAsFacilitator(): Promise<Guest> {
    return this.device(this.facilitator);
  }

  /** A new device that joined as `name` and has nothing open yet. */
  async joins(
    name: string,
    role: Role = "participant",
    options: BrowserContextOptions = {},
  ): Promise<Guest> {
    const visitor = new Visitor(this.server);
    await visitor.joins(this.workshop.links[role], name);
    return this.device(visitor, options);
  }

  /** A browser on the device of somebody who is known to the server already. */
  async device(visitor: Visitor, options: BrowserContextOptions = {}): Promise<Guest> {
    const guest = await this.arrives(options);
    const [key = "", value = ""] = visitor.cookie.split("=");
    await guest.context.addCookies([{ name: key, value, url: this.server.url }]);
    return guest;
  }

  /** A new device that joined as `name` and has the pad open. */
  async opens(
    name: string,
    role: Role = "participant",
    options: BrowserContextOptions = {},
  ): Promise<Guest> {
    const guest = await this.joins(name, role, options);
    await guest.visits(this.path);
    await guest.isInPad(PAD);
    return guest;
  }
}
