// Takes back what was written, as far as nobody has written over it since.
import { isEqual, type Pen, type Write } from "./pen";

/** Writes back what was there before, last first. False when others have written over all of it. */
export function takeBack(pen: Pen, writes: readonly Write[]): boolean {
  const ours = writes.filter((write) => isStill(pen, write, writes));
  for (const write of ours.toReversed()) restore(pen, write, ours);
  return ours.length > 0;
}

/** Whether a field still holds what was written there, and all that was written together with it. */
function isStill(pen: Pen, write: Write, writes: readonly Write[]): boolean {
  if (isItem(write)) return pen.read([...write.path, "deleted"]) === 0;
  return together(write, writes).every(({ path, after }) => isEqual(pen.read(path), after));
}

function restore(pen: Pen, write: Write, writes: readonly Write[]): void {
  const { path, before } = write;
  const [first, ...others] = together(write, writes);
  // Nobody takes an item away: what was added is thrown away instead, whatever others did with it since.
  if (isItem(write)) pen.set([...path, "deleted"], pen.now);
  else if (others.length === 0) pen.set(path, before);
  else if (first === write)
    pen.setTogether([first, ...others].map(({ path, before }) => ({ path, value: before })));
}

/** An entry of one of the maps at the root, such as a card. */
const isItem = ({ path }: Write): boolean => path.length === 2;

/** What was written together with it, itself included, in order. */
function together(write: Write, writes: readonly Write[]): readonly Write[] {
  const { group } = write;
  return group === undefined ? [write] : writes.filter((other) => other.group === group);
}
