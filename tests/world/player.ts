// One person of a recorded session, typing through a stock client as soon as they saw what they had seen.
import * as Automerge from "@automerge/automerge";
import { type DocHandle, encodeHeads } from "@automerge/automerge-repo";
import { BODY, type Pad, block } from "./pad.ts";
import type { Patch, Stretch, Trace } from "./trace.ts";

/** The hash of the change each stretch became, shared by the players; unset until it is made. */
export type Progress = { made: (string | undefined)[] };

/** Plays the stretches of one agent. What it has not received from the other, it waits for. */
export class Player {
  private readonly turns: { index: number; stretch: Stretch }[];
  private readonly start: string[];

  constructor(
    trace: Trace,
    agent: number,
    private readonly pad: DocHandle<Pad>,
    private readonly progress: Progress,
  ) {
    this.start = Automerge.getHeads(pad.doc());
    this.turns = trace.stretches
      .map((stretch, index) => ({ index, stretch }))
      .filter(({ stretch }) => stretch.agent === agent);
  }

  /** Resolves when everything of this agent is typed. */
  plays(): Promise<void> {
    return new Promise((resolve, reject) => {
      const goOn = (): void => {
        try {
          if (!this.playsWhatItCan()) return;
          this.pad.off("heads-changed", soon);
          resolve();
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      };
      // A handle must not be changed while it tells of a change. "change" would not do: it is silent
      // about changes that cancel each other out.
      const soon = (): void => {
        queueMicrotask(goOn);
      };
      this.pad.on("heads-changed", soon);
      goOn();
    });
  }

  private playsWhatItCan(): boolean {
    for (let turn = this.turns[0]; turn; turn = this.turns[0]) {
      const seen = this.seenBefore(turn.stretch);
      if (!seen || !Automerge.hasHeads(this.pad.doc(), seen)) return false;
      this.turns.shift();
      this.progress.made[turn.index] = this.type(turn.stretch.patches, seen);
    }
    return true;
  }

  /** The changes this stretch was typed after; undefined while the other has not made one of them. */
  private seenBefore(stretch: Stretch): string[] | undefined {
    if (stretch.parents.length === 0) return this.start;
    const seen = stretch.parents.map((parent) => this.progress.made[parent]);
    return seen.every((hash) => hash !== undefined) ? seen : undefined;
  }

  /** Types exactly on top of `seen`, even where more has arrived since; the hash of the change. */
  private type(patches: Patch[], seen: string[]): string {
    const edit = (pad: Pad): void => {
      for (const patch of patches) splices(pad, patch);
    };
    const now = Automerge.getHeads(this.pad.doc());
    if (now.length === seen.length && seen.every((hash) => now.includes(hash))) {
      this.pad.change(edit);
      return only(Automerge.getHeads(this.pad.doc()));
    }
    const before = new Set(Automerge.getHeads(this.pad.doc()));
    this.pad.changeAt(encodeHeads(seen), edit);
    return only(Automerge.getHeads(this.pad.doc()).filter((hash) => !before.has(hash)));
  }
}

/** The recorded patch, with a new paragraph for each line break and one marker before the first line. */
function splices(pad: Pad, [position, deleted, inserted]: Patch): void {
  let at = position + 1;
  if (deleted > 0) Automerge.splice(pad, BODY, at, deleted);
  for (const piece of inserted.split(/(\n)/)) {
    if (piece === "\n") Automerge.splitBlock(pad, BODY, at, block("paragraph"));
    else if (piece !== "") Automerge.splice(pad, BODY, at, 0, piece);
    at += piece.length;
  }
}

function only(hashes: string[]): string {
  const [hash] = hashes;
  if (hash === undefined || hashes.length > 1) throw new Error("a stretch is one change");
  return hash;
}
