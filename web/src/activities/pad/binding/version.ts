// The version of the document that a page shows: how to get from there to the present, and what is where.
import * as Automerge from "@automerge/automerge/slim";
import type { Heads } from "@automerge/automerge/slim";
import type { Node } from "prosemirror-model";
import { Transform } from "prosemirror-transform";
import { BODY, markerAt, marksOf, patchesSince, sameHeads, type PadDoc } from "./body";
import { turnInto } from "./differences";
import { read } from "./document";
import { markPassage, passagesIn, type Passage } from "./passages";
import { placeOf, unitAt } from "./positions";
import { play, type Follower } from "./remote";
import type { Replica } from "./replica";
import { straighten } from "./straighten";

export class Version {
  readonly #replica: Replica;
  /** Actors that wrote through this version. */
  readonly #own = new Set<string>();
  #heads: Heads = [];
  #headless = false;

  constructor(replica: Replica) {
    this.#replica = replica;
  }

  /** The page of the document as it is; this is the version from now on. */
  read(): Node {
    const { page, headless } = read(this.#document);
    this.#heads = Automerge.getHeads(this.#document);
    this.#headless = headless;
    return page;
  }

  get heads(): Heads {
    return this.#heads;
  }

  /** Whether the document is as it was at this version. */
  get isNow(): boolean {
    return sameHeads(this.#heads, Automerge.getHeads(this.#document));
  }

  /** Whether the first block of the page has no marker in the document. */
  get isHeadless(): boolean {
    return this.#headless;
  }

  /**
   * Brings the page of a transform to the document as it is. `isFromOthers` says that the marks of
   * inserted text have to be looked up.
   */
  follow(transform: Transform, isFromOthers = false): void {
    const document = this.#document;
    const follower: Follower = {
      transform,
      headless: this.#headless,
      markerAt: (index) => markerAt(document, index),
      inserted: [],
    };
    if (play(follower, patchesSince(document, this.#heads))) {
      if (isFromOthers && follower.inserted.length > 0) straighten(follower, marksOf(document));
      this.#headless = follower.headless;
      this.#heads = Automerge.getHeads(document);
    } else turnInto(transform, this.read());
  }

  /** Changes the document; returns the page it says then. */
  edit(page: Node, change: (draft: PadDoc) => void): Node {
    this.#replica.edit(change);
    this.#own.add(Automerge.getActorId(this.#document));
    const transform = new Transform(page);
    this.follow(transform);
    return transform.doc;
  }

  /** Which of so many units of one block's text, from a position of the page on, were written through this version. */
  areOwn(page: Node, position: number, count: number): boolean[] {
    return this.actorsAt(page, position, count).map((actor) => this.#own.has(actor));
  }

  /** Under which actors so many units of one block's text were written, from a position of the page on. */
  actorsAt(page: Node, position: number, count: number): string[] {
    const first = unitAt(page, position, this.#headless);
    return Array.from({ length: count }, (_, number) => {
      const [, actor = ""] = Automerge.getCursor(this.#document, BODY, first + number).split("@");
      return actor;
    });
  }

  /** A position of the page as a cursor, which stays at its place while others write. */
  cursorAt(page: Node, position: number): string {
    return Automerge.getCursor(this.#document, BODY, unitAt(page, position, this.#headless));
  }

  /** Where a cursor is in the page; null while the text it is in has not arrived. */
  positionOf(page: Node, cursor: string): number | null {
    try {
      const index = Automerge.getCursorPosition(this.#document, BODY, cursor);
      return placeOf(page, index, this.#headless).position;
    } catch {
      return null;
    }
  }

  /** Where each passage is in the page that something is said about. */
  passages(page: Node): ReadonlyMap<string, Passage> {
    return passagesIn(this.#document, page, this.#headless);
  }

  /** Lays passages under marks, and whatever else `write` does in the same change. The page stays as it is. */
  mark(
    page: Node,
    passages: readonly [string, Passage][],
    write: (draft: PadDoc) => void = () => undefined,
  ): void {
    this.edit(page, (draft) => {
      for (const [key, passage] of passages) markPassage(draft, page, this.#headless, key, passage);
      write(draft);
    });
  }

  get #document(): PadDoc {
    return this.#replica.document();
  }
}
