// How the page is read back when the browser has changed it: words stay, wherever it put them, and
// what is no text of the page is passed over.
import { DOMParser, type Node, type ParseOptions, type TagParseRule } from "prosemirror-model";
import { itemAttributes, schema } from "../page/schema";

type Rule = Omit<TagParseRule, "tag"> | null;
// ProseMirror's view passes this on; it is not in the types.
type Options = ParseOptions & { ruleFromNode?: (node: globalThis.Node) => Rule };

class Reader extends DOMParser {
  override parse(place: globalThis.Node, options: Options = {}): Node {
    const ruleFromNode = (node: globalThis.Node): Rule =>
      ruleOf(node) ?? options.ruleFromNode?.(node) ?? null;
    return super.parse(place, { ...options, ruleFromNode } as ParseOptions);
  }
}

export const reader: DOMParser = new Reader(schema, DOMParser.fromSchema(schema).rules);

function ruleOf(node: globalThis.Node): Rule {
  if (!(node instanceof HTMLElement)) return null;
  if (isForeign(node) || isPlaceholder(node)) return { ignore: true };
  const item = node.closest<HTMLElement>(".item");
  return item && isBlock(node) ? ruleInItem(node, item) : null;
}

/** Somebody's caret, a box, what an extension of the browser put here. */
function isForeign(element: Element): boolean {
  return (
    element.matches(".others-caret, input, [contenteditable=false]") ||
    element.localName.includes("-")
  );
}

/** The break that keeps an empty line open, or the last of a line: no break of the text. */
function isPlaceholder(element: Element): boolean {
  if (element.localName !== "br") return false;
  const isOpen = element.parentElement?.textContent === "";
  let next = element.nextSibling;
  while (next instanceof Element && (isForeign(next) || (isOpen && isFiller(next))))
    next = next.nextSibling;
  return next === null;
}

/** What ProseMirror puts at the end of a line so that a caret can stand there. */
function isFiller(element: Element): boolean {
  return element.matches(".ProseMirror-separator, .ProseMirror-trailingBreak");
}

/** A browser that breaks a line doubles one of the blocks an item is made of: each innermost one is an item. */
function ruleInItem(element: HTMLElement, item: HTMLElement): Rule {
  if (Array.from(element.children).some((child) => isBlock(child) && !isForeign(child)))
    return { skip: true };
  return { node: "item", attrs: itemAttributes(item), preserveWhitespace: "full" };
}

function isBlock(element: Element): boolean {
  return element.matches("div, p");
}
