// Keeps a page and a document the same: what is done to one is done to the other.
import type { Node } from "prosemirror-model";
import type { EditorState, Transaction } from "prosemirror-state";
import { Transform } from "prosemirror-transform";
import { aheadOf, attempt, carry, further, type Ahead } from "./ahead";
import { arrive } from "./arrival";
import { cutsCharacter } from "./characters";
import { markDifferences, turnInto, type MarkDifference } from "./differences";
import { giveMarker, mark, unmark, writeStep } from "./local";
import { partByPart } from "./parts";
import type { Passage } from "./passages";
import type { Replica } from "./replica";
import { Version } from "./version";
import { changesTable, isAroundTables, writeDifference } from "./write-difference";

export class Binding {
  /** The version that the page shows; or that `#ahead` shows. */
  readonly #version: Version;
  #ahead: Ahead | null = null;
  /** While one's own change is written, the document says that it changed: that is not news. */
  #isWriting = false;

  constructor(replica: Replica) {
    this.#version = new Version(replica);
  }

  /** The page of the document as it is. */
  open(): Node {
    this.#ahead = null;
    return this.#version.read();
  }

  /** The version of the document that the page shows. */
  get heads(): readonly string[] {
    return this.#version.heads;
  }

  /** Whether the page shows the document as it is. */
  get isCurrent(): boolean {
    return this.#ahead === null && this.#version.isNow;
  }

  /** Whether others wrote what the page does not show. */
  get hasNews(): boolean {
    return !this.#isWriting && !this.isCurrent;
  }

  /**
   * Writes what was done to a page. Returns null when the document then says the page that came of it,
   * or else the page it says.
   */
  write(transactions: readonly Transaction[]): Node | null {
    this.#isWriting = true;
    try {
      const said = this.#writeSteps(this.#carried(transactions));
      if (this.#ahead === null) return said;
      this.#ahead = { ...this.#ahead, page: said ?? this.#ahead.page };
      return null;
    } finally {
      this.#isWriting = false;
    }
  }

  /**
   * The transaction that brings the page to the document as it is; null when there is nothing to do, or
   * when it would change the block that begins at `held`, where somebody is composing.
   */
  read(state: EditorState, held: number | null = null): Transaction | null {
    if (!this.hasNews) return null;
    if (this.#ahead !== null) {
      this.#ahead = this.#followed(this.#ahead);
      return held === null ? this.#release(state, this.#ahead) : null;
    }
    const transaction = state.tr;
    this.#version.follow(transaction, true);
    if (held !== null && touches(transaction, held)) {
      this.#ahead = { page: transaction.doc, waiting: transaction };
      return null;
    }
    return transaction.docChanged ? arrive(transaction, state) : null;
  }

  /** The transaction that brings the page to what the document says, should they ever differ. */
  check(state: EditorState): Transaction | null {
    if (!this.isCurrent) return null;
    const page = this.#version.read();
    return page.eq(state.doc) ? null : correction(state, page);
  }

  /** Which of so many units of one block's text were written here. The page has to be current. */
  areOwn(page: Node, position: number, count: number): boolean[] {
    return this.#version.areOwn(page, position, count);
  }

  /** Under which actors so many units of one block's text were written. The page has to be current. */
  actorsAt(page: Node, position: number, count: number): string[] {
    return this.#version.actorsAt(page, position, count);
  }

  /** A position of the page as a cursor, which stays at its place while others write. */
  cursorAt(page: Node, position: number): string {
    const ahead = this.#ahead;
    return ahead === null
      ? this.#version.cursorAt(page, position)
      : this.#version.cursorAt(ahead.page, ahead.waiting.mapping.map(position, -1));
  }

  /** Where a cursor is in the page; null while the text it is in has not arrived. */
  positionOf(page: Node, cursor: string): number | null {
    const ahead = this.#ahead;
    if (ahead === null) return this.#version.positionOf(page, cursor);
    const position = this.#version.positionOf(ahead.page, cursor);
    return position === null ? null : ahead.waiting.mapping.invert().map(position, -1);
  }

  /** Where each passage is in the page that something is said about; null while the page is not current. */
  passages(page: Node): ReadonlyMap<string, Passage> | null {
    return this.isCurrent ? this.#version.passages(page) : null;
  }

  /**
   * Lays passages of the page under marks, by their keys; `write` may add to the same change. False while the page is not
   * current: then nothing is written.
   */
  mark(
    page: Node,
    passages: readonly [string, Passage][],
    write?: (draft: object) => void,
  ): boolean {
    if (!this.isCurrent) return false;
    this.#isWriting = true;
    try {
      this.#version.mark(page, passages, write);
    } finally {
      this.#isWriting = false;
    }
    return true;
  }

  /** What was done to the page, as steps to the page of the document. */
  #carried(transactions: readonly Transaction[]): Transform {
    const [first] = transactions;
    if (!first) throw new TypeError("nothing was done");
    if (!this.#version.isNow) this.#ahead = this.#followed(this.#ahead ?? aheadOf(first.before));
    const steps = transactions.flatMap((transaction) => transaction.steps);
    if (this.#ahead === null) return partByPart(first.before, steps);
    const { transform, ahead } = carry(steps, this.#ahead);
    this.#ahead = ahead;
    return partByPart(transform.before, transform.steps);
  }

  /** Returns null when the document says what the steps made, or else the page it says. */
  #writeSteps(done: Transform): Node | null {
    const { before, doc, docs, steps } = done;
    const cut = steps.findIndex((step, number) => {
      const page = docs[number] ?? before;
      return cutsCharacter(step, page) || changesTable(step, page, docs[number + 1] ?? doc);
    });
    if (cut < 0 || cut === steps.length - 1) return this.#writeAtOnce(done);
    // What comes of a cut, or of another table, is not what the page shows: the steps after it are carried over.
    const first = partByPart(before, steps.slice(0, cut + 1));
    const said = this.#writeAtOnce(first) ?? first.doc;
    const rest = carry(steps.slice(cut + 1), aheadOf(first.doc, said)).transform;
    const end = this.#writeSteps(rest) ?? rest.doc;
    return end.eq(doc) ? null : end;
  }

  #writeAtOnce({ before, doc, docs, steps }: Transform): Node | null {
    const lacksMarker = this.#version.isHeadless;
    const said = this.#version.edit(before, (draft) => {
      if (lacksMarker) giveMarker(draft, before);
      steps.forEach((step, number) => {
        const [page, next] = [docs[number] ?? before, docs[number + 1] ?? doc];
        if (changesTable(step, page, next) && !isAroundTables(step, page))
          writeDifference(draft, page, next);
        else writeStep(draft, step, page);
      });
    });
    const differences = markDifferences(said, doc);
    const remarked = differences?.length ? this.#remark(said, differences) : said;
    return remarked.eq(doc) ? null : remarked;
  }

  /**
   * Typed text has the marks Automerge gives it at its place. Where somebody wanted others, as after
   * Ctrl+B, the text is marked in a second change.
   */
  #remark(page: Node, differences: readonly MarkDifference[]): Node {
    return this.#version.edit(page, (draft) => {
      for (const { mark: wanted, isWanted, ...range } of differences) {
        (isWanted ? mark : unmark)(draft, page, range, wanted);
      }
    });
  }

  /** What is ahead when all that happened since is added. */
  #followed(ahead: Ahead): Ahead {
    const transform = new Transform(ahead.page);
    this.#version.follow(transform, true);
    return further(ahead, transform);
  }

  #release(state: EditorState, { page, waiting }: Ahead): Transaction {
    this.#ahead = null;
    const transaction = state.tr;
    for (const step of waiting.steps) attempt(transaction, step);
    // What was carried over may have come out otherwise than what waited was rebased.
    turnInto(transaction, page);
    return arrive(transaction, state);
  }
}

/** The transaction that turns the page into another, as if somebody else had done it. */
export function correction(state: EditorState, page: Node): Transaction {
  const transaction = state.tr;
  turnInto(transaction, page);
  return arrive(transaction, state);
}

/** Whether the block that begins at a position is another than before. */
function touches({ before, doc, mapping }: Transaction, start: number): boolean {
  const block = before.nodeAt(start);
  const found = doc.nodeAt(mapping.map(start, 1));
  return !block || !found?.eq(block);
}
