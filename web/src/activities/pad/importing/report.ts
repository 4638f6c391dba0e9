// What a text of another tool is, and what of it cannot come, in words.
import type { LossView } from "../../../generated/LossView";
import { counted, knownWords } from "../../../messages/counted";
import { sayImporting } from "./words/words";

/** What a file is; its own word for one we have none for. */
export function formatWords(format: string): string {
  const known: Partial<Record<string, string>> = sayImporting().formats;
  return knownWords(known, format) ?? format;
}

/** What is left behind, as a sentence that says how many, and which are some of them. */
export function lostWords(loss: LossView): string {
  const words = sayImporting();
  const { quoted, such } = words;
  return counted({ known: words.lost, other: words.lostOther, quoted, such }, loss);
}
