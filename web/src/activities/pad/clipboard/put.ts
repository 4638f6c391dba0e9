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

/** The transaction that puts blocks in the place of the selection; there is at least one. */
export function put(state: EditorState, blocks: readonly Node[]): Transaction {
  if (isInTable(state) || crossesCells(state)) return putInCell(state, blocks);
  if (blocks.some((block) => !block.isTextblock)) return putWhole(state, blocks);
  const { from, to } = textRange(state);
  const [$from, $to] = [state.doc.resolve(from), state.doc.resolve(to)];
  if ($from.parent.type === schema.nodes.code && $from.sameParent($to))
    return state.tr.insertText(blocks.map((block) => block.textContent).join("\n"), from, to);
  const taken = kindTaken($from, $to, blocks);
  const lines = closed(taken && !isItem(taken) ? blocks : fitted(blocks, $from.parent));
  const transaction = state.tr;
  const first = lines[0];
  if (taken && first && !first.sameMarkup($from.parent))
    transaction.step(new RewriteStep($from.before(), first));
  const slice = new Slice(Fragment.from(lines), 1, 1);
  transaction.step(new ReplaceStep(from, to, slice));
  return transaction.setSelection(TextSelection.create(transaction.doc, from + slice.size));
}

/** Tables are put as they are, behind the line of the caret, or in its place when it is empty. */
function putWhole(state: EditorState, blocks: readonly Node[]): Transaction {
  const transaction = state.tr.deleteSelection();
  const { $from } = transaction.selection;
  const isEmpty = $from.parent.content.size === 0;
  const end = $from.after(1);
  const after =
    transaction.doc.nodeAt(end)?.isTextblock === true ? [] : [schema.nodes.paragraph.create()];
  const start = isEmpty ? $from.before(1) : end;
  transaction.replaceWith(start, end, [...blocks, ...after]);
  const caret = transaction.doc.resolve(transaction.mapping.map(end, 1));
  return transaction.setSelection(TextSelection.near(caret, -1));
}

/** In a cell everything is text of it. */
function putInCell(state: EditorState, blocks: readonly Node[]): Transaction {
  const transaction = emptied(state);
  const texts = blocks.flatMap((block, number) => [
    ...(number > 0 ? [schema.text("\n")] : []),
    ...(block.isTextblock ? block.children : textOf(block)),
  ]);
  return texts.length > 0
    ? transaction.replaceWith(transaction.selection.from, transaction.selection.from, texts)
    : transaction;
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
