// Blocks in pieces that are put one after another: each is little work.
import { Fragment, type Node } from "prosemirror-model";
import { schema } from "../page/schema";

/** What is put at once. */
export type Piece = {
  blocks: readonly Node[];
  /** Whether the first block goes on with the one that is there already. */
  isContinued: boolean;
};

/** The work of a block beside its letters, in letters. */
const BLOCK_UNITS = 40;

/** Blocks that are cut as they are asked for. */
export class Pieces {
  readonly #blocks: readonly Node[];
  readonly #all: number;
  #number = 0;
  #rest: Node | undefined;
  #isContinued: boolean;
  #given = 0;

  /** `isContinued` as for the first piece. */
  constructor(blocks: readonly Node[], isContinued: boolean) {
    this.#blocks = blocks;
    this.#rest = blocks[0];
    this.#isContinued = isContinued;
    this.#all = blocks.reduce((sum, block) => sum + unitsOf(block), 0);
  }

  /** Which part of them was asked for, from 0 to 1. */
  get share(): number {
    return this.#all === 0 ? 1 : Math.min(1, this.#given / this.#all);
  }

  get isDone(): boolean {
    return this.#rest === undefined;
  }

  /** The next piece, of about so many letters. */
  next(units: number): Piece {
    const piece = { blocks: [] as Node[], isContinued: this.#isContinued };
    for (let room = units; this.#rest && room > 0;) {
      const [head, tail] = cut(this.#rest, room);
      piece.blocks.push(head);
      room = tail ? 0 : room - unitsOf(head);
      this.#given += unitsOf(head);
      this.#isContinued = tail !== undefined;
      this.#rest = tail ?? this.#blocks[++this.#number];
    }
    return piece;
  }
}

/** How much work a block is, in letters. */
function unitsOf(block: Node): number {
  if (block.isTextblock) return BLOCK_UNITS + block.content.size;
  return block.children.reduce((sum, child) => sum + unitsOf(child), 0);
}

/** A block; or of a large one its beginning and its rest. */
function cut(block: Node, room: number): [Node, Node?] {
  if (unitsOf(block) <= Math.max(room, 2 * BLOCK_UNITS)) return [block];
  return block.isTextblock ? cutText(block, room) : cutTable(block, room);
}

function cutText(block: Node, room: number): [Node, Node?] {
  const wanted = Math.max(BLOCK_UNITS, room - BLOCK_UNITS);
  // Characters stay whole.
  const isLow = /^[\udc00-\udfff]/.test(block.textContent.slice(wanted, wanted + 1));
  const end = isLow ? wanted + 1 : wanted;
  return end < block.content.size ? [block.cut(0, end), block.cut(end)] : [block];
}

/** A row at least, and as many more as there is room for; what a table is called comes with its first row. */
function cutTable(table: Node, room: number): [Node, Node?] {
  const parts = table.children;
  let end = parts[0]?.type === schema.nodes.caption ? 2 : 1;
  let units = parts.slice(0, end).reduce((sum, part) => sum + unitsOf(part), 0);
  for (let next = parts[end]; next && units + unitsOf(next) <= room; next = parts[++end])
    units += unitsOf(next);
  if (end >= parts.length) return [table];
  const [head, tail] = [Fragment.from(parts.slice(0, end)), Fragment.from(parts.slice(end))];
  return [table.copy(head), table.copy(tail)];
}
