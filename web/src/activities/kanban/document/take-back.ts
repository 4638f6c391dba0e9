// Takes back what was written, as far as nobody has written over it since.
import { isEqual, type Pen, type Write } from "./pen";

/** Writes back what was there before, last first. False when others have written over all of it. */
export function takeBack(pen: Pen, writes: readonly Write[]): boolean {
  const ours = writes.filter((write) => isStill(pen, write, writes));
  for (const write of ours.toReversed()) restore(pen, write, ours);
  return ours.length > 0;
}

/** Whether a field still holds what was written there; a card that was moved on stays where it is. */
function isStill(pen: Pen, write: Write, writes: readonly Write[]): boolean {
  if (isItem(write)) return pen.read([...write.path, "deleted"]) === 0;
  return [write, ...partner(write, writes)].every(({ path, after }) =>
    isEqual(pen.read(path), after),
  );
}

function restore(pen: Pen, write: Write, writes: readonly Write[]): void {
  const { path, before } = write;
  const [, card = "", field] = path;
  const rank = field === "column" ? partner(write, writes)[0]?.before : undefined;
  // Nobody takes an item away: what was added is thrown away instead, whatever others did with it since.
  if (isItem(write)) pen.set([...path, "deleted"], pen.now);
  else if (typeof before === "string" && typeof rank === "string") pen.place(card, before, rank);
  else if (field !== "rank" || partner(write, writes).length === 0) pen.set(path, before);
}

const isItem = ({ path }: Write): boolean => path.length === 2;

/** The other half of a move. */
function partner(write: Write, writes: readonly Write[]): Write[] {
  const [part, card, field] = write.path;
  const other = { column: "rank", rank: "column" }[field ?? ""];
  if (part !== "cards" || write.path.length !== 3 || other === undefined) return [];
  return writes.filter(({ path }) => path[0] === part && path[1] === card && path[2] === other);
}
