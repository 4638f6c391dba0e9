// What a file is, what of it cannot come and what comes otherwise, in words.
import type { LossView } from "../../../generated/LossView";
import type { NoteView } from "../../../generated/NoteView";
import { counted, knownWords } from "../../../messages/counted";
import { sayKanban } from "../words/words";

/** The tool a file comes from; its own word for one we have none for. */
export function formatWords(format: string): string {
  const known: Partial<Record<string, string>> = sayKanban().importing.formats;
  return knownWords(known, format) ?? format;
}

/** What is left behind, as a sentence that says how many, and which are some of them. */
export function lostWords(loss: LossView): string {
  const words = sayKanban().importing;
  const { quoted, such } = words;
  return counted({ known: words.lost, other: words.lostOther, quoted, such }, loss);
}

/** What comes otherwise than it stands in the file, in the same way. */
export function notedWords(note: NoteView): string {
  const words = sayKanban().importing;
  const { quoted, such } = words;
  return counted({ known: words.noted, other: words.notedOther, quoted, such }, note);
}
