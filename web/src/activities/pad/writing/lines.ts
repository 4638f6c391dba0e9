// What Enter, Backspace and Delete do at the edges of blocks.
import { Fragment, Slice, type Node } from "prosemirror-model";
import { TextSelection, type Command, type EditorState, type Transaction } from "prosemirror-state";
import { ReplaceStep } from "prosemirror-transform";
import { schema } from "../page/schema";
import { indentItems, isItem, paragraph, rewritten } from "./blocks";
import { enterInCode, fence, isInCode } from "./code";
import { isOnRule, writeOnAfter } from "./rules";
import { crossesCells, emptied, isInTable } from "./cells";

/** Enter: leaves a list or a quote from an empty line, and otherwise begins the next line or block. */
export const enter: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  const block = $from.parent;
  if (isInTable(state) || crossesCells(state)) return lineBreak(state, dispatch);
  if (isOnRule(state)) {
    dispatch?.(writeOnAfter(state.tr, $from.before()).scrollIntoView());
    return true;
  }
  if (fence(state, dispatch)) return true;
  if (isInCode(state) && block.content.size > 0) return enterInCode(state, dispatch);
  if (empty && block.content.size === 0 && block.type !== schema.nodes.paragraph)
    return lift(state, dispatch);
  const isAtStart = empty && $from.parentOffset === 0 && block.content.size > 0;
  dispatch?.((isAtStart ? pushedDown(state) : split(state)).scrollIntoView());
  return true;
};

/** Backspace at the start of a block: lifts it, or joins it to the block before. */
export const backspace: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (crossesCells(state)) return empties(state, dispatch);
  if (!empty || $from.parentOffset > 0) return false;
  if (isInTable(state)) return true;
  if ($from.parent.type !== schema.nodes.paragraph) return lift(state, dispatch);
  const number = $from.index(0);
  if (number === 0) return true;
  if (!state.doc.child(number - 1).isTextblock) return leaveEmpty(state, dispatch);
  dispatch?.(joined(state, number - 1).scrollIntoView());
  return true;
};

/** Delete at the end of a block: joins the next one to it. */
export const deleteForward: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (crossesCells(state)) return empties(state, dispatch);
  if (!empty || $from.parentOffset < $from.parent.content.size) return false;
  const number = $from.index(0);
  if (isInTable(state) || number + 1 >= state.doc.childCount) return true;
  if (!state.doc.child(number + 1).isTextblock) return true;
  dispatch?.(joined(state, number).scrollIntoView());
  return true;
};

/** Shift+Enter: a line break inside the block. */
export const lineBreak: Command = (state, dispatch) => {
  dispatch?.(emptied(state).insertText("\n").scrollIntoView());
  return true;
};

const empties: Command = (state, dispatch) => {
  dispatch?.(emptied(state).scrollIntoView());
  return true;
};

/** Backspace behind a table: into its last cell; the empty line it came from goes, if another follows. */
const leaveEmpty: Command = (state, dispatch) => {
  const { $from } = state.selection;
  const start = $from.before(1);
  const transaction = state.tr;
  const isLast = $from.index(0) === state.doc.childCount - 1;
  if ($from.parent.content.size === 0 && !isLast) transaction.delete(start, $from.after(1));
  transaction.setSelection(TextSelection.near(transaction.doc.resolve(start), -1));
  dispatch?.(transaction.scrollIntoView());
  return true;
};

/** One step towards a plain paragraph: an indented item moves out, anything else becomes one. */
export const lift: Command = (state, dispatch) => {
  if (indentItems(-1)(state, dispatch)) return true;
  const { $from } = state.selection;
  const block = { node: $from.parent, position: $from.before() };
  dispatch?.(rewritten(state.tr, [block], () => paragraph));
  return true;
};

/** The block cut in two at the caret. What was selected is gone. */
function split(state: EditorState): Transaction {
  const transaction = state.tr.deleteSelection();
  const { $from } = transaction.selection;
  const halves = Fragment.from([
    $from.parent.copy(Fragment.empty),
    following($from.parent, isAtEnd($from)),
  ]);
  const step = new ReplaceStep($from.pos, $from.pos, new Slice(halves, 1, 1));
  transaction.step(step);
  return transaction.setSelection(TextSelection.create(transaction.doc, $from.pos + 2));
}

/**
 * An empty block in front of the caret's. The text keeps its own marker, so that a tick or an indent
 * somebody else sets meanwhile stays with the text.
 */
function pushedDown(state: EditorState): Transaction {
  const { $from } = state.selection;
  return state.tr.insert($from.before(), following($from.parent, false));
}

function isAtEnd({ parentOffset, parent }: { parentOffset: number; parent: Node }): boolean {
  return parentOffset === parent.content.size;
}

/** The empty block that Enter makes beside another: a list goes on, a heading does not. */
function following(block: Node, isAtItsEnd: boolean): Node {
  if (isItem(block)) return block.type.create({ ...block.attrs, checked: false });
  if (block.type === schema.nodes.heading && !isAtItsEnd && block.content.size > 0)
    return block.copy(Fragment.empty);
  const isLeft = [schema.nodes.heading, schema.nodes.rule, schema.nodes.image].includes(block.type);
  return isLeft ? schema.nodes.paragraph.create() : block.copy(Fragment.empty);
}

/** A block and the next made one. An empty one gives way, so that the other stays what it is. */
function joined(state: EditorState, number: number): Transaction {
  const first = state.doc.child(number);
  let start = 0;
  for (let before = 0; before < number; before++) start += state.doc.child(before).nodeSize;
  if (first.content.size === 0) return state.tr.delete(start, start + first.nodeSize);
  return state.tr.join(start + first.nodeSize);
}
