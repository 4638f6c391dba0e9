// Plain text that is pasted: a line is a block, what begins like an item is one, and what Markdown marks is so.
import type { Mark } from "prosemirror-model";
import { paragraph } from "../../writing/blocks";
import type { Line } from "./lines";
import { markdownLines } from "./markdown";
import { withItems } from "./tidy";

/** The lines of a text. `isLiteral` leaves the signs of lists and of Markdown in it. Goes on each time by a block. */
export function* linesOfText(
  text: string,
  marks: readonly Mark[],
  isLiteral: boolean,
): Generator<undefined, Line[]> {
  const lines = text
    .replace(/\r\n?|\u2028|\u2029/g, "\n")
    .replace(/\n$/, "")
    .split("\n")
    .map((line) => line.replaceAll("\v", "\n"));
  if (!isLiteral) return withItems(yield* markdownLines(lines, marks));
  return lines.map((line) => ({
    block: paragraph,
    runs: line === "" ? [] : [{ text: line, marks }],
  }));
}
