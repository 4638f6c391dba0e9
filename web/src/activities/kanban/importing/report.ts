// What a file is and what of it cannot come, in words.
import { sayKanban } from "../words/words";

/** The tool a file comes from; its own word for one we have none for. */
export function formatWords(format: string): string {
  const known: Partial<Record<string, string>> = sayKanban().importing.formats;
  return Object.hasOwn(known, format) ? (known[format] ?? format) : format;
}

/** What is left behind, as a sentence that says how many. */
export function lostWords(what: string, count: number): string {
  const words = sayKanban().importing;
  const known: Partial<Record<string, (n: number) => string>> = words.lost;
  const say = Object.hasOwn(known, what) ? known[what] : undefined;
  return say ? say(count) : words.lostOther(count);
}
