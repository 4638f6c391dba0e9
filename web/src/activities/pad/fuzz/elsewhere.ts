// Pasting what other programs put on the clipboard.
import type { Node } from "prosemirror-model";
import { atOnce } from "../../../ui/piecemeal";
import { put } from "../clipboard/put";
import { readText } from "../clipboard/read";
import { pasted } from "../clipboard/testing/paste";
import { SAMPLES } from "../clipboard/testing/samples";
import type { Dice } from "./dice";
import type { Writer } from "./writer";

const TEXTS = [
  "un\r\n\r\ndeux\n",
  "- un\n  - deux\n- [x] trois",
  "1. un\n2. deux\n\n12. rue de la Paix",
  "mot",
  "· 😀\tx\n\n\n☐ y",
] as const;

/** Of each line: long texts make rounds slow and gestures rare. */
const CHARACTERS_MAX = 12;

let samples: Node[][] | null = null;

/** Pastes some lines of a page, or a text. */
export function pastesFromElsewhere(writer: Writer, dice: Dice): void {
  const blocks = dice.once(3)
    ? atOnce(readText(dice.pick(TEXTS), [], dice.once(4)))
    : someLines(dice);
  writer.dispatch(put(writer.state, blocks));
}

function someLines(dice: Dice): Node[] {
  samples ??= [...SAMPLES.values()].map(pasted);
  const blocks = samples[dice.below(samples.length)] ?? [];
  const start = dice.below(blocks.length);
  const lines = blocks.slice(start, start + 1 + dice.below(3));
  return lines.map((line) => line.cut(0, Math.min(line.content.size, CHARACTERS_MAX)));
}
