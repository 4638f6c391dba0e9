// A workshop ready to work in: its facilitator, one pad, and ways for others to come in.
import { Server } from "./server.ts";
import { StockClient } from "./stock.ts";
import { type Role, Visitor, type Workshop } from "./visitor.ts";

/** A workshop on a server of its own, gone when the test file ends. */
export class OpenWorkshop {
  /** The workshop's id. */
  readonly id: string;
  /** The short code people type. */
  readonly code: string;
  private readonly links: Record<Role, string>;

  private constructor(
    readonly server: Server,
    readonly facilitator: Visitor,
    given: Workshop,
    /** The id of the workshop's first pad. */
    readonly pad: string,
  ) {
    this.id = given.id;
    this.code = given.code;
    this.links = given.links;
  }

  static async opens(): Promise<OpenWorkshop> {
    return OpenWorkshop.opensOn(await Server.start());
  }

  /** One more workshop on the same server, of people who have nothing to do with the first. */
  static async opensOn(server: Server): Promise<OpenWorkshop> {
    const facilitator = new Visitor(server);
    const given = await facilitator.createsWorkshop();
    const pad = await facilitator.opensPad(given.id);
    return new OpenWorkshop(server, facilitator, given, pad.id);
  }

  /** A new device that joined by the link of `role`. */
  async welcomes(name: string, role: Role = "participant"): Promise<Visitor> {
    const visitor = new Visitor(this.server);
    await visitor.joins(this.links[role], name);
    return visitor;
  }

  /** A stock client of a new device that joined as `role`. */
  async connects(name: string, role: Role = "participant"): Promise<StockClient> {
    return StockClient.connects(this.server, await this.welcomes(name, role));
  }
}
