// People who write in a pad at an even pace and hold no document: enough of them to make a room busy.
import * as Automerge from "@automerge/automerge";
import type { DocHandle } from "@automerge/automerge-repo";
import { BODY, type Pad } from "./pad.ts";
import { RawSocket } from "./raw-socket.ts";
import type { OpenWorkshop } from "./workshop.ts";

/** Milliseconds between two edits of one person. */
const PAUSE_MS = 200;
/** Joining, one after the other would take long. */
const AT_ONCE = 8;

/** Somebody with a socket, a document of their own hand only, and no ear. */
class Writer {
  private readonly start: Automerge.Heads;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly peer: string,
    private readonly document: string,
    private readonly socket: RawSocket,
    private pad: Automerge.Doc<Pad>,
    private readonly letter: string,
  ) {
    this.start = Automerge.getHeads(pad);
  }

  begins(delayMs: number): void {
    this.timer = setTimeout(() => {
      this.writes();
      this.begins(PAUSE_MS);
    }, delayMs);
  }

  stops(): void {
    clearTimeout(this.timer);
    this.socket.leaves();
  }

  private writes(): void {
    this.pad = Automerge.change(this.pad, (pad) => {
      Automerge.splice(pad, BODY, 1, 0, this.letter);
    });
    const change = Automerge.getLastLocalChange(this.pad);
    if (!change) throw new Error("a letter is a change");
    const data = Automerge.encodeSyncMessage({
      heads: Automerge.getHeads(this.pad),
      need: [],
      have: [{ lastSync: this.start, bloom: new Uint8Array() }],
      changes: [change],
    });
    const { peer: senderId, document: documentId } = this;
    this.socket.says({ type: "sync", senderId, targetId: "server", documentId, data });
  }
}

/** Writers who write the same letter, evenly spread over the time between two edits of one of them. */
export class Crowd {
  private constructor(private readonly writers: Writer[]) {}

  /** So many people join and begin to write `letter` into the pad that `handle` holds. */
  static async gathers(
    workshop: OpenWorkshop,
    handle: DocHandle<Pad>,
    count: number,
    letter: string,
  ): Promise<Crowd> {
    const snapshot = Automerge.save(handle.doc());
    const sits = async (number: number): Promise<Writer> => {
      const peer = `crowd-${number}`;
      const { cookie } = await workshop.welcomes(peer);
      const socket = await RawSocket.joins(workshop.server.sync, peer, { cookie });
      return new Writer(peer, handle.documentId, socket, Automerge.load<Pad>(snapshot), letter);
    };
    const writers: Writer[] = [];
    while (writers.length < count) {
      const next = Math.min(AT_ONCE, count - writers.length);
      const numbers = Array.from({ length: next }, (_, at) => writers.length + at);
      writers.push(...(await Promise.all(numbers.map(sits))));
    }
    writers.forEach((writer, number) => {
      writer.begins((number * PAUSE_MS) / count);
    });
    return new Crowd(writers);
  }

  /** Nobody writes any more. */
  leaves(): void {
    this.writers.forEach((writer) => {
      writer.stops();
    });
  }
}
