// The bricks as they are shown: which stand alone, in which category, found by which words.
import type { Brick, Category, Round } from "../contract";

/** What somebody looks for. */
export type Search = { words: string; category: Category | "all" };

/** Bricks that were not grouped into another that is still there. */
export function standing(bricks: readonly Brick[]): Brick[] {
  const known = new Set(bricks.map(({ id }) => id));
  return bricks.filter((brick) => !known.has(brick.into) || brick.into === brick.id);
}

/** The duplicates that were grouped into a brick. */
export function duplicatesOf(bricks: readonly Brick[], id: string): Brick[] {
  return bricks.filter((brick) => brick.into === id && brick.id !== id);
}

/** Those a round is prepared with when nobody chose: neither always in nor grouped. */
export function votable(bricks: readonly Brick[]): Brick[] {
  return standing(bricks).filter((brick) => !brick.always);
}

/** Those one may vote for in a round, in their order. */
export function choicesOf(bricks: readonly Brick[], round: Round): Brick[] {
  return bricks.filter((brick) => round.choices.includes(brick.id));
}

/** Those with every word in them or their duplicates among `all`, accents and capitals aside. */
export function found(
  bricks: readonly Brick[],
  { words, category }: Search,
  all: readonly Brick[],
): Brick[] {
  const wanted = plain(words).split(/\s+/).filter(Boolean);
  return bricks.filter((brick) => {
    if (category !== "all" && brick.category !== category) return false;
    const texts = [brick, ...duplicatesOf(all, brick.id)];
    const text = plain(texts.map(({ title, about }) => `${title} ${about}`).join(" "));
    return wanted.every((word) => text.includes(word));
  });
}

function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/**
 * Before which brick one has to be put to move one place up or down among `shown`; empty: last of all. Null when it is
 * at that end already.
 */
export function placeBefore(shown: readonly Brick[], id: string, to: "up" | "down"): string | null {
  const at = shown.findIndex((brick) => brick.id === id);
  if (to === "up") return at > 0 ? (shown[at - 1]?.id ?? null) : null;
  if (at < 0 || at === shown.length - 1) return null;
  return shown[at + 2]?.id ?? "";
}
