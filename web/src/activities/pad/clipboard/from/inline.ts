// What Markdown says inside a line: emphasis, links, what is struck and underlined, signs that are meant as they stand.
import { Mark } from "prosemirror-model";
import { mayBeFollowed } from "../../page/link";
import { schema } from "../../page/schema";
import type { SimpleMark } from "../../writing/marks";
import type { Run } from "./lines";

/** A part of a line. What may begin or end emphasis says by how many signs, and whether it can do either. */
type Part = Run & { sign?: string; opens?: boolean; closes?: boolean };

/** Nobody writes a longer line by hand: its signs stay as they are. */
const LETTERS_MAX = 10_000;

/** The text of a line, marked as Markdown says, besides what holds around it. */
export function inlineRuns(text: string, marks: readonly Mark[]): Run[] {
  if (text.length > LETTERS_MAX) return [{ text, marks }];
  const parts = partsOf(text, marks);
  linkAll(parts);
  emphasizeAll(parts);
  return joined(parts);
}

// Code, an escaped sign, an address, a tag, the signs of emphasis, brackets with where they lead, and all else.
const TOKEN =
  /(?<!`)(`+)(?!`)([^]*?[^`])\1(?!`)|\\([!-/:-@[-`{-~])|<(https?:[^\s<>]+|[^\s<>@]+@[^\s<>]+)>|<(\/?)(strong|b|em|i|u|s|del)>|<br ?\/?>|&#(\d{2,5});|(\*+|_+|~~)|(!?\[)|(\]\(\s*<?([^\s<>()]*(?:\([^\s()]*\)[^\s<>()]*)*)>?(?:\s+"[^"\n]*")?\s*\))/g;

function partsOf(text: string, marks: readonly Mark[]): Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    if (match.index > end) parts.push({ text: text.slice(end, match.index), marks });
    end = match.index + match[0].length;
    parts.push(partOf(match, text[match.index - 1] ?? " ", text[end] ?? " ", marks));
  }
  if (end < text.length) parts.push({ text: text.slice(end), marks });
  return parts;
}

const TAGS: Readonly<Record<string, string>> = {
  strong: "<strong>",
  b: "<strong>",
  em: "<em>",
  i: "<em>",
  u: "<u>",
  s: "<s>",
  del: "<s>",
};

function partOf(
  match: RegExpExecArray,
  before: string,
  after: string,
  marks: readonly Mark[],
): Part {
  const [all, , code, escaped, address, slash, tag, number, signs, bracket, target] = match;
  if (code !== undefined) return { text: code.replace(/^ (.*[^ ].*) $/, "$1"), marks };
  if (escaped !== undefined) return { text: escaped, marks };
  if (address !== undefined) return { text: address, marks: linked(marks, address) };
  if (tag !== undefined)
    return { text: all, marks, sign: TAGS[tag] ?? "", opens: !slash, closes: slash === "/" };
  if (number !== undefined) return { text: String.fromCodePoint(Number(number)), marks };
  if (signs !== undefined) return { text: signs, marks, ...flanks(signs, before, after) };
  if (bracket !== undefined) return { text: all, marks, sign: "[", opens: true };
  if (target !== undefined) return { text: all, marks, sign: "]", closes: true };
  return { text: "\n", marks };
}

/** Beside a space nothing begins or ends, beside a sign only what touches no letter; `_` not within a word. */
function flanks(signs: string, before: string, after: string): Partial<Part> {
  const sign = signs[0] ?? "";
  const isSpace = (one: string) => /\s/.test(one);
  const isPunctuation = (one: string) => /[\p{P}\p{S}]/u.test(one);
  const isFree = (one: string) => isSpace(one) || isPunctuation(one);
  const left = !isSpace(after) && (!isPunctuation(after) || isFree(before));
  const right = !isSpace(before) && (!isPunctuation(before) || isFree(after));
  if (sign !== "_") return { sign, opens: left, closes: right };
  return {
    sign,
    opens: left && (!right || isPunctuation(before)),
    closes: right && (!left || isPunctuation(after)),
  };
}

function linked(marks: readonly Mark[], address: string): readonly Mark[] {
  const href = /^[^:/]+@/.test(address) ? `mailto:${address}` : address;
  return mayBeFollowed(href) ? schema.mark("link", { href }).addToSet(marks) : marks;
}

/** Words in brackets that say where they lead are links; where they may lead nowhere, only their words are left. */
function linkAll(parts: Part[]): void {
  const open: number[] = [];
  parts.forEach((part, at) => {
    if (part.sign === "[") open.push(at);
    if (part.sign !== "]") return;
    const start = open.pop();
    delete part.sign;
    if (start === undefined) return;
    const href = /^\]\(\s*<?([^\s<>]*?)>?(?:\s+"[^]*)?\s*\)$/.exec(part.text)?.[1] ?? "";
    for (const inside of parts.slice(start + 1, at)) inside.marks = linked(inside.marks, href);
    for (const bracket of [parts[start], part]) if (bracket) bracket.text = "";
  });
}

const TAG_MARKS: Readonly<Record<string, SimpleMark>> = {
  "<strong>": "strong",
  "<em>": "em",
  "<u>": "underline",
  "<s>": "strike",
};

/** Each sign that can end something ends what the nearest one like it began. */
function emphasizeAll(parts: Part[]): void {
  let open: number[] = [];
  parts.forEach((part, at) => {
    const { sign } = part;
    if (sign === undefined || sign === "[") return;
    while (part.closes === true && part.text !== "") {
      const place = open.findLastIndex((number) => parts[number]?.sign === sign);
      const start = open[place];
      const opening = start === undefined ? undefined : parts[start];
      if (start === undefined || !opening) break;
      const [name, length] = markOf(opening, part);
      for (const inside of parts.slice(start + 1, at))
        inside.marks = schema.mark(name).addToSet(inside.marks);
      opening.text = opening.text.slice(length);
      part.text = part.text.slice(length);
      // What was begun in between and not ended is text.
      open = open.slice(0, opening.text === "" ? place : place + 1);
    }
    if (part.opens === true && part.text !== "") open.push(at);
  });
}

/** What two signs make of the text between them, and how long each is for that. */
function markOf({ text, sign = "" }: Part, closing: Part): [SimpleMark, number] {
  const tag = TAG_MARKS[sign];
  if (tag) return [tag, Infinity];
  if (sign === "~") return ["strike", 2];
  return Math.min(text.length, closing.text.length) > 1 ? ["strong", 2] : ["em", 1];
}

function joined(parts: readonly Part[]): Run[] {
  const runs: Run[] = [];
  for (const { text, marks } of parts) {
    const last = runs.at(-1);
    if (text === "") continue;
    if (last && Mark.sameSet(last.marks, marks)) last.text += text;
    else runs.push({ text, marks });
  }
  return runs;
}
