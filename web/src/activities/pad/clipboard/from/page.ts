// Reads a pasted page as lines: what is a block in it, what an item, what is only whitespace of its source.
import type { Block } from "../../page/block";
import { LEVEL_MAX, schema, TONES, toneOf } from "../../page/schema";
import { callout, code, heading, paragraph, quote, rule } from "../../writing/blocks";
import { readFigure, readImage } from "./images";
import { isBox, item, itemOf, shownItem } from "./items";
import { Lines, type Around as AroundText, type Line } from "./lines";
import { isHidden, marksIn, styleOf, whiteIn, type Style } from "./style";
import { isTableOfData, tableLines } from "./table";
import { tidyNumber, wordItem } from "./word";

/** `depth` is how many lists there are around. */
type Around = AroundText & { depth: number };

/** Reads as one goes on with it, an element at a time. */
type Reading = Generator<undefined, void>;

/** The lines of a page; where its white space is meant, none of it collapses. Goes on each time by an element. */
export function* readLines(
  page: globalThis.Node,
  isWhiteMeant: boolean,
): Generator<undefined, Line[]> {
  const lines = new Lines();
  yield* readAll(page, lines, {
    block: paragraph,
    item: null,
    marks: [],
    white: isWhiteMeant ? "pre" : "normal",
    isSoft: false,
    depth: 0,
  });
  return lines.all;
}

const PASSED_OVER =
  /^(HEAD|TITLE|META|LINK|STYLE|SCRIPT|TEMPLATE|NOSCRIPT|XML|SVG|OBJECT|IFRAME|VIDEO|AUDIO|CANVAS|SELECT|TEXTAREA|BUTTON|RP|[VW]:.*)$/i;
const BLOCKS =
  /^(ADDRESS|ARTICLE|ASIDE|BLOCKQUOTE|BODY|CAPTION|CENTER|DD|DETAILS|DIALOG|DIR|DIV|DL|DT|FIELDSET|FIGCAPTION|FIGURE|FOOTER|FORM|H[1-6]|HEADER|HGROUP|HR|HTML|LEGEND|LI|MAIN|MENU|NAV|OL|P|PRE|SECTION|SUMMARY|TABLE|TBODY|TD|TFOOT|TH|THEAD|TR|UL)$/;

function linesIn(cell: Element, around: Around): Line[] {
  const lines = new Lines();
  const reading = readAll(cell, lines, { ...around, item: null });
  while (reading.next().done !== true);
  lines.close();
  return lines.all;
}

function* readAll(parent: globalThis.Node, lines: Lines, around: Around): Reading {
  for (const node of parent.childNodes) {
    if (node.nodeType === 3) lines.write(node.nodeValue ?? "", around);
    else if (node.nodeType === 1) yield* read(node as Element, lines, around);
  }
}

function* read(element: Element, lines: Lines, around: Around): Reading {
  const style = styleOf(element);
  if (PASSED_OVER.test(element.tagName) || isHidden(element, style)) return;
  // GitHub says in words what the box says by its colour.
  if (element.classList.contains("markdown-alert-title")) return;
  if (element.tagName === "BR") {
    if (!element.classList.contains("Apple-interchange-newline")) lines.break(around);
  } else if (element.tagName === "HR" && !around.item) lines.push({ block: rule, runs: [] });
  else if (element.tagName === "INPUT") readBox(element, lines, around);
  else if (element.tagName === "IMG") readImage(element, lines, around);
  else if (!around.item && readFigure(element, lines, (caption) => linesIn(caption, around)))
    return;
  else if (isBlock(element, style)) yield* readBlock(element, style, lines, around);
  else yield* readAll(element, lines, within(element, style, around));
}

function isBlock(element: Element, style: Style): boolean {
  const display = style.get("display") ?? "";
  if (/^inline/.test(display)) return element.tagName === "LI";
  return BLOCKS.test(element.tagName) || /^(block|flex|grid|list-item|table)/.test(display);
}

/** A box of an item is read with the item; any other begins one. */
function readBox(input: Element, lines: Lines, { item: own, depth }: Around): void {
  if (isBox(input) && !own)
    lines.announce(item("check", Math.max(0, depth - 1), input.hasAttribute("checked")));
}

function* readBlock(element: Element, style: Style, lines: Lines, around: Around): Reading {
  lines.end();
  const inner = withinBlock(element, style, within(element, style, around));
  if (element.tagName === "TABLE" && isTableOfData(element)) {
    for (const line of tableLines(element, (cell) => linesIn(cell, inner), around.block))
      lines.push(line);
  } else yield* readAll(element, lines, inner);
  lines.end();
  const isEmptyItem = inner.item !== around.item && inner.item?.line === null;
  if (isEmptyItem && !element.querySelector("ul, ol")) lines.break(inner);
  yield;
}

function within(element: Element, style: Style, around: Around): Around {
  const marks = marksIn(element, style, around.marks);
  return { ...around, marks, white: whiteIn(style, around.white) };
}

function withinBlock(element: Element, style: Style, around: Around): Around {
  const tag = element.tagName;
  const inItem = (block: Block): Around => ({
    ...around,
    block,
    item: { block, line: null },
    isSoft: true,
  });
  if (tag === "LI") return inItem(itemOf(element, Math.max(1, around.depth)));
  if (element.matches("div.item[data-indent]")) return inItem(shownItem(element));
  if (tag === "UL" || tag === "OL") return { ...around, depth: around.depth + 1, item: null };
  // In an item and in a heading, all is text of it.
  if (around.item) return tag === "PRE" ? { ...around, white: "pre" } : around;
  if (isCode(element)) return { ...around, block: code, white: "pre", isSoft: true };
  if (tag === "PRE") return { ...around, white: "pre", isSoft: false };
  if (element.matches(".callout, .markdown-alert")) {
    const tone = TONES.find((word) => element.className.includes(word));
    return { ...around, block: callout(toneOf(element.getAttribute("data-tone") ?? tone)) };
  }
  const level = levelOf(element);
  if (level !== null) {
    tidyNumber(element);
    return { ...around, block: heading(Math.min(LEVEL_MAX, level)), isSoft: true };
  }
  if (tag === "BLOCKQUOTE" && !/^(none|0)/.test(style.get("border") ?? ""))
    return { ...around, block: quote, isSoft: false };
  const word = tag === "P" ? wordItem(element, style) : null;
  if (word) return inItem(word);
  return /^(P|TD|TH|DT|DD)$/.test(tag) ? { ...around, isSoft: true } : around;
}

/** Programs show any text as `pre`; what is code says so. */
function isCode(element: Element): boolean {
  const isSaid = /code|highlight|language-|prettyprint|source/i.test(
    `${element.className} ${element.parentElement?.className ?? ""}`,
  );
  return element.tagName === "PRE" && (isSaid || element.querySelector("code") !== null);
}

function levelOf(element: Element): number | null {
  const [, level] = /^H([1-6])$/.exec(element.tagName) ?? [];
  if (level !== undefined) return Number(level);
  if (element.classList.contains("MsoTitle")) return 1;
  if (element.getAttribute("role") !== "heading") return null;
  return Math.max(1, Number(element.getAttribute("aria-level")) || 2);
}

/** Whether a block is plain text. */
export function isPlain({ type }: Block): boolean {
  return type === schema.nodes.paragraph || type === schema.nodes.quote;
}
