// What programs write and people do not mean: bold headings, underlined links, struck tasks, signs of lists as text.
import { markIn, signsIn, type ListSign } from "../../../../document/list-signs";
import type { Block } from "../../page/block";
import { schema } from "../../page/schema";
import type { SimpleMark } from "../../writing/marks";
import { item } from "./items";
import { cutLine, textOf, type Line } from "./lines";
import { isPlain } from "./page";

/** The lines as people mean them. */
export function tidied(lines: readonly Line[]): Line[] {
  return withItems(lines.map(cleaned).flatMap(pieces).map(withOwnSign).map(withoutDoubleMark));
}

function cleaned({ block, runs }: Line): Line {
  if (block.type === schema.nodes.code)
    return { block, runs: runs.map(({ text }) => ({ text, marks: [] })) };
  const texts = runs.map(({ text, marks }) => ({
    marks: schema.marks.link.isInSet(marks) ? schema.marks.underline.removeFromSet(marks) : marks,
    text: text
      .replace(/[\u200b\ufeff]/g, "")
      .replace(/[ \u00a0]{2,}/g, (spaces) => " ".repeat(spaces.length)),
  }));
  const line = { block, runs: texts };
  return cutLine(line, 0, textOf(line).trimEnd().length);
}

/** A paragraph of several lines that begin with signs is a list. */
function pieces(line: Line): Line[] {
  const text = textOf(line);
  if (!isPlain(line.block) || !text.includes("\n")) return [line];
  const lines = text.split("\n");
  if (!signsIn(lines).some((sign) => sign?.isSure === true)) return [line];
  let start = 0;
  return lines.map((piece) => {
    const from = start;
    start += piece.length + 1;
    return cutLine(line, from, from + piece.length);
  });
}

/** A sign inside an item says what the item is. */
function withOwnSign(line: Line): Line {
  if (line.block.type !== schema.nodes.item) return line;
  const sign = markIn(textOf(line));
  if (!sign) return line;
  const rest = cutLine(line, textOf(line).length - sign.text.length);
  const { indent, checked } = line.block.attrs;
  if (sign.kind !== "check" || line.block.attrs["kind"] === "check") return rest;
  return { ...rest, block: item("check", Number(indent), checked === true || sign.isChecked) };
}

/** Paragraphs that begin with signs become items; empty lines between two items go. */
export function withItems(lines: readonly Line[]): Line[] {
  const texts = lines.map((line) => (isPlain(line.block) ? textOf(line) : ""));
  const signs = signsIn(texts).map((sign) => (sign?.isSure === true ? sign : null));
  const margins = new Margins();
  const made = lines.map((line, at) => {
    const sign = signs[at];
    if (!sign) {
      if (texts[at]?.trim() !== "") margins.end();
      return line;
    }
    const start = (texts[at]?.length ?? 0) - sign.text.length;
    return { ...cutLine(line, start), block: margins.itemOf(sign) };
  });
  return made.filter((line, at) => !(isEmpty(line) && isListed(signs, texts, at)));
}

function isEmpty(line: Line): boolean {
  return isPlain(line.block) && textOf(line).trim() === "";
}

function isListed(
  signs: readonly (ListSign | null)[],
  texts: readonly string[],
  at: number,
): boolean {
  return [-1, 1].every((side) => {
    let beside = at + side;
    while (texts[beside]?.trim() === "" && !signs[beside]) beside += side;
    return signs[beside] != null;
  });
}

/** How deep an item is, from how far its sign is moved in. */
class Margins {
  #open: number[] = [];

  itemOf({ kind, column, isChecked }: ListSign): Block {
    this.#open = [...this.#open.filter((margin) => margin < column), column];
    return item(kind, this.#open.length - 1, isChecked);
  }

  end(): void {
    this.#open = [];
  }
}

/** Headings are bold anyway, and done tasks struck. */
function withoutDoubleMark(line: Line): Line {
  const isDone = line.block.attrs["checked"] === true;
  const name = line.block.type === schema.nodes.heading ? "strong" : isDone ? "strike" : null;
  return name ? withoutAll(line, name) : line;
}

function withoutAll({ block, runs }: Line, name: SimpleMark): Line {
  const type = schema.marks[name];
  const isAll = runs.every(({ text, marks }) => text.trim() === "" || type.isInSet(marks));
  const bare = runs.map(({ text, marks }) => ({ text, marks: type.removeFromSet(marks) }));
  return { block, runs: isAll ? bare : runs };
}
