// What was counted in a file, in words: how many of what, and what a few of them are called.

/** Names that are shown of each. */
const NAMED_MAX = 5;

/** The sentences of one list of things that are counted. */
export type CountedWords = {
  known: Partial<Record<string, (n: number) => string>>;
  /** Of what there is no sentence for yet. */
  other: (n: number) => string;
  quoted: (name: string) => string;
  such: (names: string) => string;
};

export type Counted = { what: string; count: number; names: readonly string[] };

/** A sentence that says how many there are, and which are some of them. */
export function counted(words: CountedWords, { what, count, names }: Counted): string {
  return (knownWords(words.known, what) ?? words.other)(count) + named(words, names);
}

/** What is said of a word that a server wrote; undefined for one there is nothing for yet. */
export function knownWords<T>(known: Partial<Record<string, T>>, word: string): T | undefined {
  return Object.hasOwn(known, word) ? known[word] : undefined;
}

function named({ quoted, such }: CountedWords, names: readonly string[]): string {
  if (names.length === 0) return "";
  const shown = names.slice(0, NAMED_MAX).map((name) => quoted(name));
  return such(shown.join(", ")) + (names.length > NAMED_MAX ? "…" : "");
}
