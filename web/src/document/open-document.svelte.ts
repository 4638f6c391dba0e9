// A document that is open: as it stands, and what one does to it, each action with its way back.
import type { Handle } from "../sync/connection";
import { Pen, type Write } from "./pen";
import { takeBack } from "./take-back";

/** What a kind says of its documents. */
export type Shape<T> = {
  /** Reads a document, whatever stands there. Called with the same document again, it answers the same. */
  read: (document: unknown) => T;
  /** The keys whose text is written by several, letter by letter. */
  texts: readonly string[];
};

/** Something one did, in words, and what it wrote. */
export type Done = { words: string; writes: readonly Write[] };

/** Older actions are not taken back one by one any more. */
const DONE_MAX = 200;

export class OpenDocument<T> {
  #now: T;
  /** Whether what changes is one's own doing. */
  #isWriting = false;
  #done = $state.raw<readonly Done[]>([]);
  #undone = $state.raw<readonly Done[]>([]);

  constructor(
    readonly handle: Handle,
    /** Who one is here. */
    readonly participant: string,
    readonly shape: Shape<T>,
    readonly clock: () => number = Date.now,
  ) {
    this.#now = $state.raw(shape.read(handle.doc()));
  }

  /** The document as it stands; reactive where it is read. */
  get now(): T {
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

  /** Follows what others do, until the answer is called. `heard` is told how it stood before and after. */
  follow(heard: (before: T, now: T) => void = () => undefined): () => void {
    const look = (): void => {
      const before = this.#now;
      this.#now = this.shape.read(this.handle.doc());
      if (!this.#isWriting) heard(before, this.#now);
    };
    look();
    this.handle.on("change", look);
    return () => void this.handle.off("change", look);
  }

  /**
   * Does something in one change. Returns what the gesture returns.
   *
   * What the gesture throws before it writes is thrown: nothing is written then.
   */
  act<R>(words: string, gesture: (pen: Pen, now: T) => R): R {
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

  #write<R>(gesture: (pen: Pen) => R): { writes: readonly Write[]; result: R } {
    let written: (() => { writes: readonly Write[]; result: R }) | undefined;
    const now = this.clock();
    const options = { time: Math.floor(now / 1_000), message: "" };
    const write = (draft: unknown): void => {
      const pen = new Pen(
        draft as Record<string, unknown>,
        now,
        this.participant,
        this.shape.texts,
      );
      written = caught(() => ({ result: gesture(pen), writes: pen.writes }));
    };
    this.#isWriting = true;
    try {
      this.handle.change(write, options);
    } finally {
      this.#isWriting = false;
    }
    this.#now = this.shape.read(this.handle.doc());
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
