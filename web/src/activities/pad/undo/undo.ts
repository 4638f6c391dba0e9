// The command that undoes what this person did, made sure to spare what others wrote.
import { undo } from "prosemirror-history";
import type { Node } from "prosemirror-model";
import type { Command, Transaction } from "prosemirror-state";
import { Mapping } from "prosemirror-transform";
import type { Binding } from "../binding/binding";
import { isTable } from "../binding/positions";
import { forgetHistory } from "./history";

/**
 * Undoes. Positions are mapped through everything that happened meanwhile; should they ever lead to the
 * text of others, nothing is undone and the history ends there.
 */
export function ownUndo(binding: Binding): Command {
  return (state, dispatch) => {
    // Somebody is composing: what they type is not settled.
    if (!binding.isCurrent) return false;
    return undo(
      state,
      dispatch &&
        ((transaction) => {
          dispatch(removesForeign(binding, transaction) ? forgetHistory(state.tr) : transaction);
        }),
    );
  };
}

function removesForeign(binding: Binding, transaction: Transaction): boolean {
  const { before, mapping } = transaction;
  const isGone = (position: number) => mapping.mapResult(position, 1).deletedAfter;
  return changedRanges(transaction).some(({ from, to, isWritten }) =>
    textsIn(before, from, to).some(({ start, length }) => {
      const areOwn = binding.areOwn(before, start, length);
      return areOwn.some((isOwn, offset) => !isOwn && (isWritten || isGone(start + offset)));
    }),
  );
}

/** A range of the page before the first step; where `isWritten`, what stays of it is written anew as one's own. */
type Changed = { from: number; to: number; isWritten: boolean };

/** The ranges that steps take out, and the tables that they cut open. */
function changedRanges({ mapping, docs }: Transaction): Changed[] {
  const ranges: Changed[] = [];
  mapping.maps.forEach((map, number) => {
    const back = new Mapping(mapping.maps.slice(0, number)).invert();
    const page = docs[number];
    map.forEach((from, to) => {
      if (from >= to || !page) return;
      const [first, last] = [tableAround(page, from), tableAround(page, to)];
      const isWritten = first?.from !== last?.from;
      const [start, end] = isWritten ? [first?.from ?? from, last?.to ?? to] : [from, to];
      ranges.push({ from: back.map(start, -1), to: back.map(end, 1), isWritten });
    });
  });
  return ranges;
}

/** The texts of a range, each by where it starts and how long it is. */
function textsIn(page: Node, from: number, to: number): { start: number; length: number }[] {
  const texts: { start: number; length: number }[] = [];
  page.nodesBetween(from, to, (node, position) => {
    if (!node.isTextblock) return true;
    const start = Math.max(from, position + 1);
    const length = Math.min(to, position + 1 + node.content.size) - start;
    if (length > 0) texts.push({ start, length });
    return false;
  });
  return texts;
}

/** The table that a position is in. */
function tableAround(page: Node, position: number): { from: number; to: number } | null {
  const at = page.resolve(position);
  return at.depth > 0 && isTable(at.node(1)) ? { from: at.before(1), to: at.after(1) } : null;
}
