// A plan that is open: as it stands, and what one does to it, each action with its way back.
import type { DocHandle } from "@automerge/automerge-repo/slim";
import type { Kanban } from "./contract";
import { Pen, type Write } from "./document/pen";
import { createReader } from "./document/read";
import { takeBack } from "./document/take-back";

/** Something one did, in words, and what it wrote. */
export type Done = { words: string; writes: readonly Write[] };

/** Older actions are not taken back one by one any more; the trash and the history of cards have them. */
const DONE_MAX = 200;

export class Plan {
  #now = $state.raw<Kanban>({ columns: [], cards: [], labels: [] });
  #done = $state.raw<readonly Done[]>([]);
  #undone = $state.raw<readonly Done[]>([]);
  readonly #read = createReader();

  constructor(
    readonly handle: DocHandle<unknown>,
    /** Who one is here. */
    readonly participant: string,
    readonly clock: () => number = Date.now,
  ) {
    this.#now = this.#read(handle.doc());
  }

  /** The plan as it stands; reactive where it is read. */
  get now(): Kanban {
    return this.#now;
  }

  /** What Ctrl+Z would take back; null when there is nothing. */
  get last(): Done | null {
    return this.#done.at(-1) ?? null;
  }

  /** What would be done again. */
  get next(): string | null {
    return this.#undone.at(-1)?.words ?? null;
  }

  /** Follows what others do, until the answer is called. */
  follow(): () => void {
    const look = (): void => void (this.#now = this.#read(this.handle.doc()));
    look();
    this.handle.on("change", look);
    return () => void this.handle.off("change", look);
  }

  /**
   * Does something in one change. Returns what the gesture returns.
   *
   * Throws `Full` when there is no room for it: nothing is written then.
   */
  act<T>(words: string, gesture: (pen: Pen, plan: Kanban) => T): T {
    const { writes, result } = this.#write((pen) => gesture(pen, this.#now));
    if (writes.length > 0) {
      this.#done = [...this.#done, { words, writes }].slice(-DONE_MAX);
      this.#undone = [];
    }
    return result;
  }

  /** Takes back the last thing one did that others have not written over. Returns its words; null when there is none. */
  undo(): string | null {
    const [done, back] = this.#back(this.#done);
    this.#done = done;
    if (back) this.#undone = [...this.#undone, back];
    return back?.words ?? null;
  }

  /** Takes back one thing, whatever was done since. False when others have written over it, or it was taken back already. */
  undoThis(done: Done): boolean {
    if (!this.#done.includes(done)) return false;
    this.#done = this.#done.filter((other) => other !== done);
    const { writes, result } = this.#write((pen) => takeBack(pen, done.writes));
    if (result) this.#undone = [...this.#undone, { words: done.words, writes }];
    return result;
  }

  /** Does again what was taken back last. */
  redo(): string | null {
    const [undone, again] = this.#back(this.#undone);
    this.#undone = undone;
    if (again) this.#done = [...this.#done, again];
    return again?.words ?? null;
  }

  #back(actions: readonly Done[]): [readonly Done[], Done | null] {
    for (let left = actions; ; left = left.slice(0, -1)) {
      const last = left.at(-1);
      if (!last) return [left, null];
      const { writes, result } = this.#write((pen) => takeBack(pen, last.writes));
      if (result) return [left.slice(0, -1), { words: last.words, writes }];
    }
  }

  #write<T>(gesture: (pen: Pen) => T): { writes: readonly Write[]; result: T } {
    let written: (() => { writes: readonly Write[]; result: T }) | undefined;
    const now = this.clock();
    const options = { time: Math.floor(now / 1_000), message: "" };
    this.handle.change((draft) => {
      const pen = new Pen(draft as Record<string, unknown>, now, this.participant);
      written = caught(() => ({ result: gesture(pen), writes: pen.writes }));
    }, options);
    this.#now = this.#read(this.handle.doc());
    if (!written) throw new Error("the document took no change");
    return written();
  }
}

/** A document whose change fails takes no other: what is refused, before anything is written, is thrown outside of it. */
function caught<T>(work: () => T): () => T {
  try {
    const result = work();
    return () => result;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}
