// A list to choose one from, for what an address may ask several of.

export type Choice = { value: string; label: string };
type Words = { every: string; several: (n: number) => string; unknown: string };

/** What stands for several at once in a list: no identifier holds a space. */
export const SEVERAL = "several of them";

/** What is chosen in the list. */
export function chosen(asked: readonly string[]): string {
  return asked.length > 1 ? SEVERAL : (asked[0] ?? "");
}

/** The list: any, each that is known, and what is asked for when it is none of these. */
export function choices(
  known: readonly Choice[],
  asked: readonly string[],
  words: Words,
): Choice[] {
  const value = chosen(asked);
  const all = [{ value: "", label: words.every }, ...known];
  if (all.some((choice) => choice.value === value)) return all;
  const label = value === SEVERAL ? words.several(asked.length) : words.unknown;
  return [...all, { value, label }];
}
