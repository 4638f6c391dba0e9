// Puts pasted blocks where the caret is: into the line it is in, and as what that line is.
import { Fragment, Slice, type Node, type ResolvedPos } from "prosemirror-model";
import {
  TextSelection,
  type EditorState,
  type Selection,
  type Transaction,
} from "prosemirror-state";
import { ReplaceStep } from "prosemirror-transform";
import { RewriteStep } from "../page/rewrite";
import { INDENT_MAX, schema } from "../page/schema";
import { indentOf, isItem } from "../writing/blocks";
import { crossesCells, emptied, isInTable } from "../writing/cells";
import type { Piece } from "./pieces";

/** Where blocks go, and as what. */
export type Landing = {
  /** Makes room for them. */
  transaction: Transaction;
  /** What the first piece of them takes the place of. */
  from: number;
  to: number;
  blocks: readonly Node[];
  /** Whether they stay whole blocks; else the first goes on with a line, and the line goes on after the last. */
  isWhole: boolean;
};

/** The transaction that puts blocks in the place of the selection; there is at least one. */
export function put(state: EditorState, blocks: readonly Node[]): Transaction {
  const landing = land(state, blocks);
  const { transaction, isWhole } = landing;
  const place = putPiece(transaction, landing, { blocks: landing.blocks, isContinued: !isWhole });
  return transaction.setSelection(caretAt(transaction.doc, place));
}

/** Where the caret is once everything before a position was put. */
export function caretAt(page: Node, position: number): Selection {
  return TextSelection.near(page.resolve(position), -1);
}

/** Makes room for blocks in the place of the selection. */
export function land(state: EditorState, blocks: readonly Node[]): Landing {
  if (isInTable(state) || crossesCells(state)) return landInCell(state, blocks);
  const standsAlone = ({ isTextblock, type }: Node): boolean =>
    !isTextblock || type === schema.nodes.image;
  if (blocks.some(standsAlone)) return landWhole(state, blocks);
  const { from, to } = textRange(state);
  const [$from, $to] = [state.doc.resolve(from), state.doc.resolve(to)];
  const transaction = state.tr;
  if ($from.parent.type === schema.nodes.code && $from.sameParent($to))
    return { transaction, from, to, blocks: [asCode(blocks)], isWhole: false };
  const taken = kindTaken($from, $to, blocks);
  const lines = closed(taken && !isItem(taken) ? blocks : fitted(blocks, $from.parent));
  const first = lines[0];
  if (taken && first && !first.sameMarkup($from.parent))
    transaction.step(new RewriteStep($from.before(), first));
  return { transaction, from, to, blocks: lines, isWhole: false };
}

/** Puts a piece in the place of a range; returns where the next one goes. */
export function putPiece(
  transaction: Transaction,
  { from, to, isWhole }: { from: number; to: number; isWhole: boolean },
  { blocks, isContinued }: Piece,
): number {
  const [first, ...others] = blocks;
  if (!first) return from;
  if (!isWhole) {
    const lines = isContinued ? blocks : [schema.nodes.paragraph.create(), ...blocks];
    const isText = isContinued && others.length === 0;
    return replace(transaction, from, to, isText ? flat(first.content) : open(lines));
  }
  if (!isContinued) return replace(transaction, from, to, flat(Fragment.from(blocks)));
  // In front of where the block before it ends.
  const end = replace(transaction, from - 1, to - 1, flat(first.content)) + 1;
  return replace(transaction, end, end, flat(Fragment.from(others)));
}

const flat = (content: Fragment): Slice => new Slice(content, 0, 0);

const open = (blocks: readonly Node[]): Slice => new Slice(Fragment.from(blocks), 1, 1);

function replace(transaction: Transaction, from: number, to: number, slice: Slice): number {
  if (slice.size > 0 || from < to) transaction.step(new ReplaceStep(from, to, slice));
  return from + slice.size;
}

/** Tables and images are put as they are, behind the line of the caret, or in its place when it is empty. */
function landWhole(state: EditorState, blocks: readonly Node[]): Landing {
  const transaction = state.tr.deleteSelection();
  const { $from } = transaction.selection;
  const to = $from.after(1);
  const isEmpty = $from.parent.content.size === 0;
  const after =
    transaction.doc.nodeAt(to)?.isTextblock === true ? [] : [schema.nodes.paragraph.create()];
  const from = isEmpty ? $from.before(1) : to;
  return { transaction, from, to, blocks: [...blocks, ...after], isWhole: true };
}

/** In a cell everything is text of it. */
function landInCell(state: EditorState, blocks: readonly Node[]): Landing {
  const transaction = emptied(state);
  const texts = blocks.flatMap((block, number) => [
    ...(number > 0 ? [schema.text("\n")] : []),
    ...(block.isTextblock ? block.children : textOf(block)),
  ]);
  const { from } = transaction.selection;
  const line = schema.nodes.line.create(null, texts);
  return { transaction, from, to: from, blocks: [line], isWhole: false };
}

function asCode(blocks: readonly Node[]): Node {
  const text = blocks.map((block) => block.textContent).join("\n");
  return schema.nodes.code.create(null, text === "" ? null : schema.text(text));
}

function textOf(table: Node): Node[] {
  const text = table.textBetween(0, table.content.size, "\n");
  return text === "" ? [] : [schema.text(text)];
}

/** What follows a pasted rule, or lines that end in code, is no part of it. */
function closed(blocks: readonly Node[]): readonly Node[] {
  const last = blocks.at(-1);
  const isOpen = last?.type === schema.nodes.rule || (blocks.length > 1 && last?.type.spec.code);
  return isOpen === true ? [...blocks, schema.nodes.paragraph.create()] : blocks;
}

/** The block whose kind the line at the caret takes: only a line that has no words in front of it. */
function kindTaken($from: ResolvedPos, $to: ResolvedPos, blocks: readonly Node[]): Node | null {
  const isAtStart = $from.parentOffset === 0;
  const isWhole = isAtStart && $to.parentOffset === $to.parent.content.size;
  const first = blocks[0];
  if (!first || isLine(first)) return null;
  return isWhole || (isAtStart && blocks.length > 1) ? first : null;
}

/** The selection as positions in text. */
function textRange({ doc, selection }: EditorState): { from: number; to: number } {
  const { from, to } = inText(selection)
    ? selection
    : TextSelection.between(doc.resolve(selection.from), doc.resolve(selection.to), 1);
  return { from, to };
}

function inText({ $from, $to }: Selection): boolean {
  return $from.parent.isTextblock && $to.parent.isTextblock;
}

/** Lines pasted into an item, a quote or a callout go on with it, items from its indent on. */
function fitted(blocks: readonly Node[], target: Node): readonly Node[] {
  if (target.type === schema.nodes.quote || target.type === schema.nodes.callout)
    return blocks.map((block) => (isLine(block) ? target.copy(block.content) : block));
  if (!isItem(target)) return blocks;
  const line = target.type.create({ ...target.attrs, checked: false });
  const shift =
    indentOf(target) -
    Math.min(INDENT_MAX, ...blocks.filter((block) => isItem(block)).map(indentOf));
  const filled = blocks.filter((block) => !isLine(block) || block.content.size > 0);
  return (filled.length > 0 ? filled : blocks.slice(0, 1)).map((block) => {
    if (isLine(block)) return line.copy(block.content);
    return isItem(block) ? moved(block, shift) : block;
  });
}

function isLine(block: Node): boolean {
  return block.type === schema.nodes.paragraph;
}

function moved(item: Node, by: number): Node {
  const indent = Math.min(INDENT_MAX, Math.max(0, indentOf(item) + by));
  return item.type.create({ ...item.attrs, indent }, item.content);
}
