// What a file is, what of it cannot come and what comes otherwise, in words.
import type { LossView } from "../../../generated/LossView";
import type { NoteView } from "../../../generated/NoteView";
import { sayKanban } from "../words/words";

/** Names that are shown of each. */
const NAMED_MAX = 5;

type Words = Partial<Record<string, (n: number) => string>>;

/** The tool a file comes from; its own word for one we have none for. */
export function formatWords(format: string): string {
  const known: Partial<Record<string, string>> = sayKanban().importing.formats;
  return Object.hasOwn(known, format) ? (known[format] ?? format) : format;
}

/** What is left behind, as a sentence that says how many, and which are some of them. */
export function lostWords({ what, count, names }: LossView): string {
  const words = sayKanban().importing;
  return said(words.lost, what, count, words.lostOther) + named(names);
}

/** What comes otherwise than it stands in the file, in the same way. */
export function notedWords({ what, count, names }: NoteView): string {
  const words = sayKanban().importing;
  return said(words.noted, what, count, words.notedOther) + named(names);
}

function said(known: Words, what: string, count: number, other: (n: number) => string): string {
  const say = Object.hasOwn(known, what) ? known[what] : undefined;
  return say ? say(count) : other(count);
}

function named(names: readonly string[]): string {
  if (names.length === 0) return "";
  const { quoted, such } = sayKanban().importing;
  const shown = names.slice(0, NAMED_MAX).map((name) => quoted(name));
  return such(shown.join(", ")) + (names.length > NAMED_MAX ? "…" : "");
}
