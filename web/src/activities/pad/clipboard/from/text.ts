// Plain text that is pasted: a line is a block, and what begins like an item is one.
import type { Mark } from "prosemirror-model";
import { paragraph } from "../../writing/blocks";
import type { Line } from "./lines";
import { withItems } from "./tidy";

/** The lines of a text. `isLiteral` leaves the signs of lists in it. */
export function linesOfText(text: string, marks: readonly Mark[], isLiteral: boolean): Line[] {
  const lines = text
    .replace(/\r\n?|\u2028|\u2029/g, "\n")
    .replace(/\n$/, "")
    .split("\n")
    .map((line) => ({ block: paragraph, runs: runsOf(line.replaceAll("\v", "\n"), marks) }));
  return isLiteral ? lines : withItems(lines);
}

function runsOf(text: string, marks: readonly Mark[]): Line["runs"] {
  return text === "" ? [] : [{ text, marks }];
}
