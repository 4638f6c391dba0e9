// Fetches what is said of a kind before it is open, in English.
import type { KindWords } from "./kind";

/** By the name of its folder. */
export async function inEnglish(kind: string): Promise<KindWords> {
  const { english } = await import("./english");
  const words = english[`./${kind}/words/kind.en.ts`];
  if (!words) throw new Error(`activities/${kind}/words has no kind.en.ts`);
  return words;
}
