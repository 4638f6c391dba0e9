// What a browser does to the page by itself, as on Android, and what is read of it.
import { DOMSerializer, type Node } from "prosemirror-model";
import { schema } from "../page/schema";
import { reader } from "../view/reader";
import type { Dice } from "./dice";
import type { Writer } from "./writer";

/** As much of the page as is read again: all of a long one would make rounds slow. */
const BLOCKS_MAX = 4;

/** The browser changes a part of the page; what it then shows is what was done. */
export function isEditedByTheBrowser(writer: Writer, dice: Dice): void {
  const { doc, tr } = writer.state;
  const first = dice.below(doc.childCount);
  // A table is read with what the editor knows of it.
  if (doc.children.slice(first, first + BLOCKS_MAX).some((block) => !block.isTextblock)) return;
  const before = doc.children.slice(0, first).reduce((size, { nodeSize }) => size + nodeSize, 0);
  const part = schema.node("doc", null, doc.children.slice(first, first + BLOCKS_MAX));
  const shown = show(part);
  if (!readBack(shown).eq(part)) throw new Error(`the page is not read as it is: ${String(part)}`);
  for (let edits = 1 + dice.below(2); edits > 0; edits--) dice.pick(EDITS)(shown, dice);
  const read = readBack(shown);
  const start = part.content.findDiffStart(read.content);
  const end = part.content.findDiffEnd(read.content);
  if (start === null || end === null) return;
  // Where text repeats, the equal end may reach back over the equal start.
  const overlap = Math.max(0, start - Math.min(end.a, end.b));
  const slice = read.slice(start, end.b + overlap);
  writer.dispatch(tr.replace(before + start, before + end.a + overlap, slice));
}

function readBack(shown: HTMLElement): Node {
  return reader.parse(shown, { preserveWhitespace: "full" });
}

/** The page as the editor shows it, with somebody's caret here and there. */
function show(page: Node): HTMLElement {
  const shown = document.createElement("div");
  page.forEach((block, _, number) => {
    const element = blockShown(block);
    if (number % 3 === 0) placeOf(element).append(caret());
    shown.append(element);
  });
  return shown;
}

function caret(): HTMLElement {
  const element = document.createElement("span");
  element.className = "others-caret";
  element.textContent = "Ana";
  return element;
}

const serializer = DOMSerializer.fromSchema(schema);

function blockShown(block: Node): HTMLElement {
  if (block.type !== schema.nodes.item) return serializer.serializeNode(block) as HTMLElement;
  const element = serializer.serializeNode(block.copy()) as HTMLElement;
  const [entry, place] = [document.createElement("div"), document.createElement("div")];
  entry.setAttribute("role", "listitem");
  serializer.serializeFragment(block.content, { document }, place);
  entry.append(place);
  element.replaceChildren(entry);
  return element;
}

/** The innermost block, where the text is. */
function placeOf(element: Element): Element {
  const inner = Array.from(element.children).find((child) => child.matches("div, p, code"));
  return inner ? placeOf(inner) : element;
}

type Edit = (shown: HTMLElement, dice: Dice) => void;

const EDITS: readonly [Edit, ...Edit[]] = [breaksALine, joinsLines, replacesAWord, helps, doubles];

function anyBlock(shown: HTMLElement, dice: Dice): Element | null {
  return shown.children.item(dice.below(shown.children.length));
}

/** Enter: the blocks around the text are doubled, and what follows goes with the second ones. */
function breaksALine(shown: HTMLElement, dice: Dice): void {
  const block = anyBlock(shown, dice);
  if (!block) return;
  const place = placeOf(block);
  const after = Array.from(place.childNodes).slice(dice.below(place.childNodes.length + 1));
  const next = block.cloneNode(true) as Element;
  placeOf(next).replaceChildren(...after);
  if (placeOf(next).textContent === "") placeOf(next).append(document.createElement("br"));
  block.after(next);
}

/** Backspace at the start of a line. */
function joinsLines(shown: HTMLElement, dice: Dice): void {
  const block = anyBlock(shown, dice);
  const next = block?.nextElementSibling;
  if (!block || !next) return;
  placeOf(block).append(...Array.from(placeOf(next).childNodes));
  next.remove();
}

/** Autocorrection, with the hard spaces that browsers put at the edges. */
function replacesAWord(shown: HTMLElement, dice: Dice): void {
  const block = anyBlock(shown, dice);
  const text = block && Array.from(placeOf(block).childNodes).find((node) => node.nodeType === 3);
  if (text) text.nodeValue = dice.pick(["mot\u00a0", "", "é😀", `${text.nodeValue ?? ""}s`]);
}

/** A writing helper puts its own elements into the page, and a word in a span. */
function helps(shown: HTMLElement, dice: Dice): void {
  const block = anyBlock(shown, dice);
  if (!block) return;
  const [helper, word] = [document.createElement("x-helper"), document.createElement("span")];
  helper.textContent = "2 fautes";
  word.textContent = "juste";
  placeOf(block).append(helper);
  placeOf(block).prepend(word);
}

/** A dictated line: a block of the browser's own inside an item. */
function doubles(shown: HTMLElement, dice: Dice): void {
  const block = anyBlock(shown, dice);
  const line = document.createElement("div");
  line.textContent = "dicté";
  if (block?.matches(".item") === true) placeOf(block).after(line);
  else block?.after(line);
}
