// Commands that change what the selected blocks are.
import type { Node } from "prosemirror-model";
import type { Command, EditorState, Transaction } from "prosemirror-state";
import type { Block } from "../page/block";
import { RewriteStep } from "../page/rewrite";
import { INDENT_MAX, schema, type ItemKind, type Tone } from "../page/schema";

/** A block of the page and the position before it. */
export type PlacedBlock = { node: Node; position: number };

/** The blocks the selection touches. */
export function selectedBlocks({ doc, selection }: EditorState): PlacedBlock[] {
  const blocks: PlacedBlock[] = [];
  doc.nodesBetween(selection.from, selection.to, (node, position) => {
    if (node.isTextblock) blocks.push({ node, position });
    // What is in a table is what it is.
    return false;
  });
  return blocks;
}

export const paragraph: Block = { type: schema.nodes.paragraph, attrs: {} };
export const quote: Block = { type: schema.nodes.quote, attrs: {} };
export const code: Block = { type: schema.nodes.code, attrs: {} };
export const rule: Block = { type: schema.nodes.rule, attrs: {} };

/** A callout of a tone. */
export function callout(tone: Tone): Block {
  return { type: schema.nodes.callout, attrs: { tone } };
}

/** A heading of a level from 1 to 3. */
export function heading(level: number): Block {
  return { type: schema.nodes.heading, attrs: { level } };
}

/** Makes the selected blocks this; or paragraphs, when all of them already are. */
export function toggleBlock(block: Block): Command {
  return (state, dispatch) => {
    const blocks = selectedBlocks(state);
    const wanted = blocks.every(({ node }) => node.hasMarkup(block.type, block.attrs))
      ? paragraph
      : block;
    dispatch?.(rewritten(state.tr, blocks, () => wanted).scrollIntoView());
    return true;
  };
}

/** Makes the selected blocks items of a sort, keeping indents; or paragraphs, when all already are. */
export function toggleItems(kind: ItemKind): Command {
  return (state, dispatch) => {
    const blocks = selectedBlocks(state);
    const all = blocks.every(({ node }) => isItem(node, kind));
    const keep = asItem(kind);
    dispatch?.(rewritten(state.tr, blocks, all ? () => paragraph : keep).scrollIntoView());
    return true;
  };
}

/** Makes the selected blocks this. */
export function makeBlock(block: Block): Command {
  return (state, dispatch) => {
    dispatch?.(rewritten(state.tr, selectedBlocks(state), () => block).scrollIntoView());
    return true;
  };
}

/** Makes the selected blocks items of a sort, keeping indents. */
export function makeItems(kind: ItemKind): Command {
  return (state, dispatch) => {
    dispatch?.(rewritten(state.tr, selectedBlocks(state), asItem(kind)).scrollIntoView());
    return true;
  };
}

function asItem(kind: ItemKind): (node: Node) => Block {
  const item = (node: Node): Block => ({
    type: schema.nodes.item,
    attrs: { kind, indent: isItem(node) ? indentOf(node) : 0, checked: false },
  });
  return (node) => (isItem(node, kind) ? node : item(node));
}

/** Moves the selected items one indent in (1) or out (-1). Does nothing where no item can move. */
export function indentItems(by: 1 | -1): Command {
  return (state, dispatch) => {
    const items = selectedBlocks(state).filter(({ node }) => isItem(node) && canMove(node, by));
    if (items.length === 0) return false;
    const moved = (node: Node): Block => ({
      type: node.type,
      attrs: { ...node.attrs, indent: indentOf(node) + by },
    });
    dispatch?.(rewritten(state.tr, items, moved).scrollIntoView());
    return true;
  };
}

/** Ticks the selected check items, or unticks them when all are ticked. */
export const toggleChecked: Command = (state, dispatch) => {
  const items = selectedBlocks(state).filter(({ node }) => isItem(node, "check"));
  if (items.length === 0) return false;
  const checked = !items.every(({ node }) => node.attrs["checked"] === true);
  dispatch?.(
    rewritten(state.tr, items, (node) => ({ type: node.type, attrs: { ...node.attrs, checked } })),
  );
  return true;
};

/** Whether a block is an item, of a sort if one is given. */
export function isItem(node: Node, kind?: ItemKind): boolean {
  return node.type === schema.nodes.item && (kind === undefined || node.attrs["kind"] === kind);
}

/** The indent of an item. */
export function indentOf(item: Node): number {
  return Number(item.attrs["indent"]);
}

function canMove(item: Node, by: number): boolean {
  const indent = indentOf(item) + by;
  return indent >= 0 && indent <= INDENT_MAX;
}

/** Rewrites blocks; those that are already as wanted stay untouched. */
export function rewritten(
  transaction: Transaction,
  blocks: PlacedBlock[],
  wanted: (node: Node) => Block,
): Transaction {
  for (const { node, position } of blocks) {
    // Made something else, a picture would be lost.
    if (node.type === schema.nodes.image) continue;
    const block = wanted(node);
    if (!node.hasMarkup(block.type, block.attrs))
      transaction.step(new RewriteStep(position, block));
  }
  return transaction;
}
