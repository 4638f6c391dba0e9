// The command that undoes what this person did, made sure to spare what others wrote.
import { undo } from "prosemirror-history";
import type { Node } from "prosemirror-model";
import type { Command, Transaction } from "prosemirror-state";
import { Mapping } from "prosemirror-transform";
import type { Binding } from "../binding/binding";
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

function removesForeign(binding: Binding, { before, mapping }: Transaction): boolean {
  const isGone = (position: number) => mapping.mapResult(position, 1).deletedAfter;
  return changedRanges(mapping).some(({ from, to }) => {
    for (let position = from; position < to; position++) {
      if (isCharacter(before, position) && isGone(position) && !binding.isOwn(before, position))
        return true;
    }
    return false;
  });
}

/** The ranges that steps take out, as they stand before the first step. */
function changedRanges(mapping: Mapping): { from: number; to: number }[] {
  const ranges: { from: number; to: number }[] = [];
  mapping.maps.forEach((map, number) => {
    const back = new Mapping(mapping.maps.slice(0, number)).invert();
    map.forEach((from, to) => {
      if (from < to) ranges.push({ from: back.map(from, -1), to: back.map(to, 1) });
    });
  });
  return ranges;
}

/** Whether a character follows a position. */
function isCharacter(page: Node, position: number): boolean {
  const { parent, parentOffset } = page.resolve(position);
  return parent.isTextblock && parentOffset < parent.content.size;
}
