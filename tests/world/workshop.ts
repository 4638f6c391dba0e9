// A workshop ready to work in: its facilitator, one pad, and ways for others to come in.
import { after } from "node:test";
import { Server } from "./server.ts";
import { StockClient } from "./stock.ts";
import { type Role, Visitor, type Workshop } from "./visitor.ts";

/** A workshop on a server of its own, closed when the test file ends. */
export class Room {
  private constructor(
    readonly server: Server,
    readonly facilitator: Visitor,
    readonly workshop: Workshop,
    /** The id of the workshop's first pad. */
    readonly pad: string,
  ) {}

  static async opens(): Promise<Room> {
    const server = await Server.start();
    after(() => server.close());
    return Room.opensOn(server);
  }

  /** One more workshop on the same server, of people who have nothing to do with the first. */
  static async opensOn(server: Server): Promise<Room> {
    const facilitator = new Visitor(server);
    const workshop = await facilitator.createsWorkshop();
    const pad = await facilitator.opensPad(workshop.id);
    return new Room(server, facilitator, workshop, pad.id);
  }

  /** A new device that joined by the link of `role`. */
  async welcomes(name: string, role: Role = "participant"): Promise<Visitor> {
    const visitor = new Visitor(this.server);
    await visitor.joins(this.workshop.links[role], name);
    return visitor;
  }

  /** A stock client of a new device that joined as `role`. */
  async connects(name: string, role: Role = "participant"): Promise<StockClient> {
    return StockClient.connects(this.server, await this.welcomes(name, role));
  }
}
