// What somebody said since one last looked.
import type { Comment, Words } from "./contract";

type Newest = {
  /** The last that was not there before; null when nothing is new, or everything. */
  said: Words | null;
  /** The keys of all there is. */
  keys: ReadonlySet<string>;
};

/** `seen`: the keys of what was there before; undefined at first. */
export function newest(
  comments: readonly Comment[],
  seen: ReadonlySet<string> | undefined,
): Newest {
  const words = comments.flatMap((comment) => [comment, ...comment.replies]);
  const fresh = seen ? words.filter(({ id, deleted }) => deleted === 0 && !seen.has(id)) : [];
  return { said: fresh.at(-1) ?? null, keys: new Set(words.map(({ id }) => id)) };
}
