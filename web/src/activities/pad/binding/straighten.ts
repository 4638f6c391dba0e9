// Puts right the marks of text that came in from others.
//
// A patch of Automerge gives one set of marks to a run of inserted text, even where a mark begins or
// ends inside the run. The marks of the document are the truth.
import type { Mark as PlacedMark } from "@automerge/automerge/slim";
import type { Node } from "prosemirror-model";
import type { Transform } from "prosemirror-transform";
import { schema } from "../page/schema";
import { inBlock, type MarkDifference } from "./differences";
import { markOf } from "./document";
import { unitAt } from "./positions";
import type { Follower } from "./remote";

/** Gives the blocks that text came into the marks they have in the document. */
export function straighten(follower: Follower, marks: readonly PlacedMark[]): void {
  const { transform, headless } = follower;
  for (const start of touchedBlocks(follower)) {
    const block = transform.doc.nodeAt(start);
    if (!block) continue;
    const first = unitAt(transform.doc, start + 1, headless);
    apply(transform, inBlock(block, marked(block, first, marks), start + 1));
  }
}

/** The positions before the blocks that text came into. */
function touchedBlocks({ transform, inserted }: Follower): Set<number> {
  const starts = inserted.map(({ position, steps }) => {
    const now = transform.doc.resolve(transform.mapping.slice(steps).map(position, -1));
    return now.depth === 0 ? now.pos : now.before();
  });
  return new Set(starts);
}

/** The block as the document marks it. `first` is the index of its first unit of text. */
function marked(block: Node, first: number, marks: readonly PlacedMark[]): Node {
  const text = block.textContent;
  const here = marks.filter(({ start, end }) => start < first + text.length && end > first);
  const edges = here.flatMap(({ start, end }) => [start - first, end - first]);
  const inside = edges.filter((edge) => edge > 0 && edge < text.length);
  const cuts = [...new Set([0, ...inside, text.length])].sort((a, b) => a - b);
  const texts = cuts.slice(1).map((to, number) => {
    const from = cuts[number] ?? 0;
    const covering = here.filter(({ start, end }) => start <= first + from && end >= first + to);
    return schema.text(
      text.slice(from, to),
      covering.flatMap(({ name, value }) => markOf(name, value) ?? []),
    );
  });
  return block.copy(
    block.content.size === 0 ? block.content : schema.node("paragraph", null, texts).content,
  );
}

function apply(transform: Transform, differences: readonly MarkDifference[]): void {
  for (const { from, to, mark, isWanted } of differences) {
    if (isWanted) transform.addMark(from, to, mark);
    else transform.removeMark(from, to, mark);
  }
}
