// Markdown that is pasted as plain text: headings, quotes, code, rules and tables. A line stays a line.
import type { Mark } from "prosemirror-model";
import type { Block } from "../../page/block";
import { LEVEL_MAX, schema, TONES } from "../../page/schema";
import { COLUMNS_MAX, ROWS_MAX } from "../../page/table";
import { callout, code, heading, paragraph, quote, rule } from "../../writing/blocks";
import { inlineRuns } from "./inline";
import type { Line } from "./lines";

/** The lines of a text, with what Markdown says of them. Signs of items stay in them. Goes on each time by a block. */
export function* markdownLines(
  texts: readonly string[],
  marks: readonly Mark[],
): Generator<undefined, Line[]> {
  const reader = new Reader(texts, marks);
  while (!reader.isDone) {
    reader.read();
    yield;
  }
  // Between blocks a blank line is only there to be seen; in a text without any it was meant.
  return reader.isStructured ? reader.lines.filter(isNotBlank) : reader.lines;
}

const FENCE = /^ {0,3}(`{3,}|~{3,})[^`]*$/;
const HEADING = /^ {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$/;
const RULE = /^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$/;
const QUOTE = /^ {0,3}>[ \t]?(.*)$/;
const ALERT = /^\[!(\w+)\][ \t]*$/;
const UNDERLINE = /^ {0,3}(={3,}|-{3,})[ \t]*$/;
const DELIMITERS = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

class Reader {
  readonly lines: Line[] = [];
  /** Whether there is more than lines and items. */
  isStructured = false;
  readonly #texts: readonly string[];
  readonly #marks: readonly Mark[];
  #at = 0;
  /** What quoted lines are: an alert says so in its first. */
  #quoted: Block = quote;

  constructor(texts: readonly string[], marks: readonly Mark[]) {
    this.#texts = texts;
    this.#marks = marks;
  }

  get isDone(): boolean {
    return this.#at >= this.#texts.length;
  }

  /** Reads what begins at the next line. */
  read(): void {
    const text = this.#texts[this.#at] ?? "";
    const quoted = QUOTE.exec(text)?.[1];
    if (quoted === undefined) this.#quoted = quote;
    const isRead =
      this.#readFence(text) ||
      this.#readHeading(text) ||
      this.#readTable(text) ||
      this.#readRule(text) ||
      (quoted !== undefined && this.#readQuoted(quoted));
    if (isRead) this.isStructured = true;
    else this.#readLine(text);
  }

  /** Code up to where its fence is closed; a fence that is never closed is a line as any other. */
  #readFence(text: string): boolean {
    const fence = FENCE.exec(text)?.[1];
    if (fence === undefined) return false;
    const closing = new RegExp(`^ {0,3}${fence[0] ?? ""}{${String(fence.length)},}[ \t]*$`);
    const end = this.#texts.findIndex((line, at) => at > this.#at && closing.test(line));
    if (end < 0) return false;
    const inside = this.#texts.slice(this.#at + 1, end).join("\n");
    this.lines.push({ block: code, runs: inside === "" ? [] : [{ text: inside, marks: [] }] });
    this.#at = end + 1;
    return true;
  }

  #readHeading(text: string): boolean {
    const [, signs, words] = HEADING.exec(text) ?? [];
    if (signs !== undefined && words !== undefined) {
      this.#push(heading(Math.min(LEVEL_MAX, signs.length)), words);
      return true;
    }
    const line = UNDERLINE.exec(this.#texts[this.#at + 1] ?? "")?.[1];
    if (line === undefined || !/^ {0,3}[^\s>|#`~-]/.test(text)) return false;
    this.#push(heading(line.startsWith("=") ? 1 : 2), text.trim());
    this.#at++;
    return true;
  }

  #readRule(text: string): boolean {
    if (!RULE.test(text)) return false;
    this.#push(rule, "");
    return true;
  }

  #readQuoted(text: string): true {
    const word = ALERT.exec(text)?.[1]?.toLowerCase();
    if (word !== undefined) {
      this.#quoted = callout(TONES.find((tone) => tone === word) ?? "note");
      this.#at++;
    } else if (text.trim() === "") this.#at++;
    else this.#push(this.#quoted, text.replace(/^(?:>[ \t]?)+/, ""));
    return true;
  }

  /** Rows between bars, with dashes under the first. What is too large for a table stays lines. */
  #readTable(text: string): boolean {
    const dashes = this.#texts[this.#at + 1] ?? "";
    if (!text.includes("|") || !dashes.includes("-") || !DELIMITERS.test(dashes)) return false;
    const columns = cellsOf(dashes).length;
    if (cellsOf(text).length !== columns) return false;
    let end = this.#at + 2;
    while (this.#texts[end]?.includes("|") === true) end++;
    const rows = [text, ...this.#texts.slice(this.#at + 2, end)].map((row) => {
      const cells = cellsOf(row);
      return Array.from({ length: columns }, (_, at) => inlineRuns(cells[at] ?? "", this.#marks));
    });
    if (columns < 2 || columns > COLUMNS_MAX || rows.length > ROWS_MAX) return false;
    this.lines.push({ block: { type: schema.nodes.table, attrs: { rows } }, runs: [] });
    this.#at = end;
    return true;
  }

  /** A line; one that ends with a backslash goes on in the next. */
  #readLine(text: string): void {
    let line = text;
    while (/[^\\]\\$/.test(line) && this.#at + 1 < this.#texts.length)
      line = `${line.slice(0, -1)}\n${(this.#texts[++this.#at] ?? "").trimStart()}`;
    this.#push(paragraph, line);
  }

  #push(block: Block, text: string): void {
    this.lines.push({ block, runs: inlineRuns(text, this.#marks) });
    this.#at++;
  }
}

function cellsOf(row: string): string[] {
  const inner = row
    .trim()
    .replace(/^\|/, "")
    .replace(/(?<!\\)\|$/, "");
  return inner.split(/(?<!\\)\|/).map((cell) => cell.replaceAll("\\|", "|").trim());
}

function isNotBlank({ block, runs }: Line): boolean {
  return block !== paragraph || runs.some(({ text }) => text.trim() !== "");
}
