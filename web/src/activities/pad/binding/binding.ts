// Keeps a page and a document the same: what is done to one is done to the other.
import * as Automerge from "@automerge/automerge/slim";
import type { Heads } from "@automerge/automerge/slim";
import type { Node } from "prosemirror-model";
import type { EditorState, Transaction } from "prosemirror-state";
import { Transform } from "prosemirror-transform";
import { attempt, carry, further, type Ahead } from "./ahead";
import { arrive } from "./arrival";
import { BODY, markerAt, marksOf, patchesSince, sameHeads, type PadDoc } from "./body";
import { markDifferences, turnInto, type MarkDifference } from "./differences";
import { read } from "./document";
import { giveMarker, mark, unmark, writeStep } from "./local";
import { unitAt } from "./positions";
import { play, type Follower } from "./remote";
import type { Replica } from "./replica";
import { straighten } from "./straighten";

export class Binding {
  readonly #replica: Replica;
  /** Actors this binding wrote as. */
  readonly #own = new Set<string>();
  /** The version of the document that the page is up to; or that `#ahead` is up to. */
  #heads: Heads = [];
  /** As in a reading, for that version. */
  #headless = false;
  #ahead: Ahead | null = null;

  constructor(replica: Replica) {
    this.#replica = replica;
  }

  /** The page of the document as it is. */
  open(): Node {
    const { page, headless } = read(this.#replica.document());
    this.#heads = Automerge.getHeads(this.#replica.document());
    this.#headless = headless;
    this.#ahead = null;
    return page;
  }

  /** Whether the page shows the document as it is. */
  get isCurrent(): boolean {
    return this.#ahead === null && sameHeads(this.#heads, this.#now);
  }

  /**
   * Writes what was done to a page. Returns null when the document then says the page that came of it,
   * or else the page it says.
   */
  write(transactions: readonly Transaction[]): Node | null {
    const transform = this.#carried(transactions);
    const before = transform.before;
    let said = this.#edit(before, (draft) => {
      if (this.#headless) giveMarker(draft, before);
      transform.steps.forEach((step, number) => {
        writeStep(draft, step, transform.docs[number] ?? before);
      });
    });
    const differences = markDifferences(said, transform.doc);
    if (differences !== null && differences.length > 0) said = this.#remark(said, differences);
    if (this.#ahead !== null) this.#ahead = { ...this.#ahead, page: said };
    return this.#ahead !== null || said.eq(transform.doc) ? null : said;
  }

  /**
   * The transaction that brings the page to the document as it is; null when there is nothing to do, or
   * when it would change the block that begins at `held`, where somebody is composing.
   */
  read(state: EditorState, held: number | null = null): Transaction | null {
    if (this.isCurrent) return null;
    if (this.#ahead !== null) return this.#readFurther(state, this.#ahead, held);
    const { transaction, headless } = this.#arriving(state);
    if (held !== null && touches(transaction, held))
      this.#ahead = { page: transaction.doc, waiting: transaction };
    this.#heads = this.#now;
    this.#headless = headless;
    return this.#ahead !== null || !transaction.docChanged ? null : arrive(transaction, state);
  }

  /**
   * Whether the character after a position of the page was written by others, or before this editor was
   * opened. The page has to be current.
   */
  isForeign(page: Node, position: number): boolean {
    const index = unitAt(page, position, this.#headless);
    const [, actor = ""] = Automerge.getCursor(this.#replica.document(), BODY, index).split("@");
    return !this.#own.has(actor);
  }

  /** The transaction that brings the page to what the document says, should they ever differ. */
  check(state: EditorState): Transaction | null {
    const { page, headless } = read(this.#replica.document());
    if (!this.isCurrent || (page.eq(state.doc) && headless === this.#headless)) return null;
    this.#headless = headless;
    return correction(state, page);
  }

  get #now(): Heads {
    return Automerge.getHeads(this.#replica.document());
  }

  /** What was done to the page, as steps to the page of the document. */
  #carried(transactions: readonly Transaction[]): Transform {
    const steps = transactions.flatMap((transaction) => transaction.steps);
    if (this.#ahead !== null) {
      const { transform, ahead } = carry(steps, this.#ahead);
      this.#ahead = ahead;
      return transform;
    }
    const [first] = transactions;
    if (!first) throw new TypeError("nothing was done");
    const transform = new Transform(first.before);
    for (const step of steps) transform.step(step);
    return transform;
  }

  /** Changes the document; returns the page it says then. */
  #edit(page: Node, change: (draft: PadDoc) => void): Node {
    this.#replica.edit(change);
    this.#own.add(Automerge.getActorId(this.#replica.document()));
    const transform = new Transform(page);
    this.#headless = this.#follow(transform);
    this.#heads = this.#now;
    return transform.doc;
  }

  /**
   * Typed text has the marks Automerge gives it at its place. Where somebody wanted others, as after
   * Ctrl+B, the text is marked in a second change.
   */
  #remark(page: Node, differences: readonly MarkDifference[]): Node {
    return this.#edit(page, (draft) => {
      for (const { mark: wanted, isWanted, ...range } of differences) {
        (isWanted ? mark : unmark)(draft, page, range, wanted);
      }
    });
  }

  #arriving(state: EditorState): { transaction: Transaction; headless: boolean } {
    const transaction = state.tr;
    const headless = this.#follow(transaction, true);
    return { transaction, headless };
  }

  /** Follows the document behind what is held; brings all of it when nothing is held any more. */
  #readFurther(state: EditorState, ahead: Ahead, held: number | null): Transaction | null {
    const transform = new Transform(ahead.page);
    this.#headless = this.#follow(transform, true);
    this.#heads = this.#now;
    this.#ahead = further(ahead, transform);
    return held === null ? this.#release(state, this.#ahead) : null;
  }

  #release(state: EditorState, { page, waiting }: Ahead): Transaction {
    this.#ahead = null;
    const transaction = state.tr;
    for (const step of waiting.steps) attempt(transaction, step);
    // What was carried over may have come out otherwise than what waited was rebased.
    turnInto(transaction, page);
    return arrive(transaction, state);
  }

  /**
   * Brings a page from the version the binding knows to the document as it is. `isFromOthers` says that
   * the marks of inserted text have to be looked up. Returns whether the page is headless then.
   */
  #follow(transform: Transform, isFromOthers = false): boolean {
    const document = this.#replica.document();
    const follower: Follower = {
      transform,
      headless: this.#headless,
      markerAt: (index) => markerAt(document, index),
      inserted: [],
    };
    if (play(follower, patchesSince(document, this.#heads))) {
      if (isFromOthers && follower.inserted.length > 0) straighten(follower, marksOf(document));
      return follower.headless;
    }
    const { page, headless } = read(document);
    turnInto(transform, page);
    return headless;
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
