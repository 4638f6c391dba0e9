// Turns one text into another, touching only what differs.
import { Slice, type Fragment } from "prosemirror-model";
import { ReplaceStep, type Transform } from "prosemirror-transform";

/** Turns the text that begins at a position into another. */
export function turnTextInto(
  transform: Transform,
  start: number,
  gone: Fragment,
  come: Fragment,
): void {
  const from = gone.findDiffStart(come);
  const end = gone.findDiffEnd(come);
  if (from === null || end === null) return;
  // Where text repeats, the equal end may reach back over the equal start.
  const overlap = Math.max(0, from - Math.min(end.a, end.b));
  exchange(transform, start + from, end.a + overlap - from, come.cut(from, end.b + overlap));
}

/** Inserts, then deletes: so that the undo history can tell what came in from what it knows. */
export function exchange(transform: Transform, start: number, size: number, come: Fragment): void {
  if (come.size > 0) transform.step(new ReplaceStep(start, start, new Slice(come, 0, 0)));
  const gone = start + come.size;
  if (size > 0) transform.step(new ReplaceStep(gone, gone + size, Slice.empty));
}
