// Puts other words in the place of what was found. Only the letters that differ are written: the others stay whose they were.
import { closeHistory } from "prosemirror-history";
import { Fragment, Slice, type Mark, type Node } from "prosemirror-model";
import type { EditorState, Transaction } from "prosemirror-state";
import { ReplaceStep } from "prosemirror-transform";
import { schema } from "../page/schema";
import { SplicesStep } from "../undo/splices";
import type { Range } from "./hits";

/** Replaces ranges, given in their order, by a text: one thing to undo. Null when that changes nothing. */
export function replaced(
  state: EditorState,
  ranges: readonly Range[],
  text: string,
): Transaction | null {
  const parts = ranges.flatMap((range) => partOf(state.doc, range, text) ?? []);
  return parts.length === 0 ? null : closeHistory(state.tr.step(new SplicesStep(parts)));
}

function partOf(page: Node, { from, to }: Range, text: string): ReplaceStep | null {
  const old = page.textBetween(from, to);
  if (old === text) return null;
  const { start, end } = common(old, text);
  const put = text.slice(start, text.length - end);
  const range = { from: from + start, to: to - end };
  const isBehind = range.from === range.to && start > 0;
  const content = put === "" ? Fragment.empty : Fragment.from(schema.text(put, marksAt()));
  return new ReplaceStep(range.from, range.to, new Slice(content, 0, 0));

  function marksAt(): readonly Mark[] {
    const $at = page.resolve(range.from);
    return (isBehind ? $at.nodeBefore : $at.nodeAfter)?.marks ?? [];
  }
}

/** How many units two texts have in common at their start and, behind that, at their end; no character is cut. */
function common(old: string, text: string): { start: number; end: number } {
  const [before, after] = [characters(old), characters(text)];
  const fewest = Math.min(before.length, after.length);
  let [first, last] = [0, 0];
  while (first < fewest && before[first] === after[first]) first++;
  while (last < fewest - first && before.at(-last - 1) === after.at(-last - 1)) last++;
  return {
    start: before.slice(0, first).join("").length,
    end: before.slice(before.length - last).join("").length,
  };
}

const segmenter = new Intl.Segmenter();

function characters(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
