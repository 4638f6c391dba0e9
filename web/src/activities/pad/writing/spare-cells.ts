// Keeps cells of tables whole whatever is taken out over their edges: by a browser that edits the page, by words that are dragged
// elsewhere. The texts go and the cells stay. Cells that went would come back with an undo as cells of their own, and what others
// wrote in them meanwhile would be written again by who undoes.
import type { Node } from "prosemirror-model";
import { Selection, type EditorState, type Transaction } from "prosemirror-state";
import { Mapping, ReplaceAroundStep, ReplaceStep, type Step } from "prosemirror-transform";
import { emptyBetween } from "./cells";

/** The same transaction, but that it cuts no cell. */
export function sparingCells(state: EditorState, transaction: Transaction): Transaction {
  const { docs, steps, mapping } = transaction;
  if (!steps.some((step, number) => cutOf(step, docs[number] ?? state.doc))) return transaction;
  const spared = state.tr;
  steps.forEach((step, number) => {
    const before = new Mapping(mapping.maps.slice(0, number)).invert();
    before.appendMapping(spared.mapping);
    const cut = cutOf(step, docs[number] ?? state.doc);
    if (cut) {
      // What goes beyond what was chosen is put back by the step: it only moves.
      const end = number === 0 ? Math.min(cut.to, state.selection.to) : cut.to;
      const text = end < cut.to ? "" : cut.text;
      exchange(spared, before.map(cut.from), before.map(end, -1), text);
    } else {
      const moved = step.map(before);
      if (moved) spared.maybeStep(moved);
    }
  });
  const back = mapping.invert();
  back.appendMapping(spared.mapping);
  const head = Math.min(back.map(transaction.selection.head), spared.doc.content.size);
  spared.setSelection(Selection.near(spared.doc.resolve(head)));
  return spared.scrollIntoView();
}

/** What is taken out over the edge of a cell, and the text that is put there. */
type Cut = { from: number; to: number; text: string };

/** What a step takes out from inside a text to elsewhere than in it, where one of both is in a table; null when it does not. */
function cutOf(step: Step, page: Node): Cut | null {
  const cut = takenOut(step);
  if (!cut || cut.from === cut.to) return null;
  const [$from, $to] = [page.resolve(cut.from), page.resolve(cut.to)];
  const isInText = $from.parent.isTextblock || $to.parent.isTextblock;
  const isCut = isInText && !$from.sameParent($to) && ($from.depth > 1 || $to.depth > 1);
  return isCut ? cut : null;
}

/** What is put in place of it is words or nothing: a step that brings lines with words in them does more than take out. */
function takenOut(step: Step): Cut | null {
  if (!(step instanceof ReplaceStep || step instanceof ReplaceAroundStep)) return null;
  const { content } = step.slice;
  const text = content.textBetween(0, content.size, "\n");
  const brings = text.trim() !== "" && content.content.some(({ isText }) => !isText);
  if (brings) return null;
  // What is around the gap holds what stays.
  if (step instanceof ReplaceAroundStep) return { from: step.from, to: step.gapFrom, text: "" };
  return { from: step.from, to: step.to, text: text.trim() === "" ? "" : text };
}

function exchange(transaction: Transaction, from: number, to: number, text: string): void {
  emptyBetween(transaction, from, to);
  if (text !== "") transaction.insertText(text, from);
}
