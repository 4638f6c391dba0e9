// The shape of a page: flat blocks of marked text, so that no merge of two documents can break it.
// Each block runs the way its own first letters do.
import { imageElement, imageSaid } from "./image";
import { Schema, type DOMOutputSpec, type Node } from "prosemirror-model";

/** The deepest indent of an item. */
export const INDENT_MAX = 5;
/** The smallest heading. */
export const LEVEL_MAX = 3;

/** The three sorts of items. */
export type ItemKind = "bullet" | "numbered" | "check";

/** Why a callout is set apart from the rest: good to know, what helps, what may go wrong. */
export const TONES = ["note", "tip", "warning"] as const;
export type Tone = (typeof TONES)[number];

export const schema = new Schema({
  nodes: {
    doc: { content: "block+" },
    paragraph: {
      content: "text*",
      group: "block",
      whitespace: "pre",
      parseDOM: [{ tag: "p" }],
      toDOM: () => ["p", { dir: "auto" }, 0],
    },
    heading: {
      content: "text*",
      group: "block",
      whitespace: "pre",
      defining: true,
      attrs: { level: { default: 1 } },
      parseDOM: [1, 2, 3].map((level) => ({ tag: `h${level}`, attrs: { level } })),
      toDOM: (node) => [`h${String(node.attrs["level"])}`, { dir: "auto" }, 0],
    },
    item: {
      content: "text*",
      group: "block",
      whitespace: "pre",
      defining: true,
      attrs: { kind: { default: "bullet" }, indent: { default: 0 }, checked: { default: false } },
      parseDOM: [{ tag: "div.item", getAttrs: itemAttributes }],
      toDOM: itemElement,
    },
    quote: {
      content: "text*",
      group: "block",
      whitespace: "pre",
      defining: true,
      parseDOM: [{ tag: "blockquote", contentElement: "p" }],
      toDOM: () => ["blockquote", { dir: "auto" }, ["p", 0]],
    },
    callout: {
      content: "text*",
      group: "block",
      whitespace: "pre",
      defining: true,
      attrs: { tone: { default: "note" } },
      parseDOM: [
        { tag: "div.callout", getAttrs: (box) => ({ tone: toneOf(box.dataset["tone"]) }) },
      ],
      toDOM: ({ attrs }) => [
        "div",
        { dir: "auto", class: "callout", "data-tone": String(attrs["tone"]) },
        0,
      ],
    },
    code: {
      content: "text*",
      group: "block",
      code: true,
      defining: true,
      parseDOM: [{ tag: "pre", contentElement: inner("code"), preserveWhitespace: "full" }],
      toDOM: () => ["pre", { dir: "ltr" }, ["code", 0]],
    },
    // What is typed into a rule by accident, or by somebody at the same time, stands under it.
    rule: {
      content: "text*",
      group: "block",
      whitespace: "pre",
      parseDOM: [{ tag: "div.rule", contentElement: inner("p") }],
      toDOM: () => ["div", { class: "rule" }, ["hr", { contenteditable: "false" }], ["p", 0]],
    },
    // A picture beside the pad; the text is its caption. How it is shown while one writes: view/image.ts.
    image: {
      content: "text*",
      group: "block",
      whitespace: "pre",
      attrs: {
        url: { default: "" },
        alt: { default: "" },
        width: { default: 0 },
        height: { default: 0 },
        size: { default: "full" },
      },
      parseDOM: [{ tag: "figure.image", contentElement: inner("figcaption"), getAttrs: imageSaid }],
      toDOM: imageElement,
    },
    // Made of blocks that say their row and column: see page/table.ts.
    table: {
      content: "caption row+",
      group: "block",
      isolating: true,
      attrs: { blocks: { default: [] } },
      toDOM: () => ["div", { class: "table" }, ["table", 0]],
      parseDOM: [{ tag: "div.table", contentElement: inner("table") }],
    },
    caption: {
      content: "text*",
      whitespace: "pre",
      defining: true,
      parseDOM: [{ tag: "caption" }],
      toDOM: () => ["caption", { dir: "auto" }, 0],
    },
    row: {
      content: "cell+",
      attrs: { id: { default: "" } },
      parseDOM: [{ tag: "tr" }],
      toDOM: () => ["tr", 0],
    },
    cell: {
      content: "line+",
      isolating: true,
      attrs: { column: { default: "" }, heads: { default: false } },
      parseDOM: [{ tag: "td" }, { tag: "th", attrs: { heads: true } }],
      toDOM: ({ attrs }) => (attrs["heads"] === true ? ["th", { scope: "col" }, 0] : ["td", 0]),
    },
    line: {
      content: "text*",
      whitespace: "pre",
      attrs: { isGhost: { default: false } },
      parseDOM: [{ tag: "p", context: "cell/" }],
      toDOM: () => ["p", { dir: "auto" }, 0],
    },
    text: {},
  },
  // The order is the nesting of tags, from the outside in, and the same as in the server's HTML.
  marks: {
    link: {
      attrs: { href: {} },
      inclusive: false,
      parseDOM: [{ tag: "a[href]", getAttrs: (a) => ({ href: a.getAttribute("href") }) }],
      toDOM: (mark) => [
        "a",
        { href: String(mark.attrs["href"]), rel: "noopener noreferrer", target: "_blank" },
        0,
      ],
    },
    strong: { parseDOM: [{ tag: "strong" }, { tag: "b" }], toDOM: () => ["strong", 0] },
    em: { parseDOM: [{ tag: "em" }, { tag: "i" }], toDOM: () => ["em", 0] },
    underline: { parseDOM: [{ tag: "u" }], toDOM: () => ["u", 0] },
    strike: { parseDOM: [{ tag: "s" }, { tag: "del" }], toDOM: () => ["s", 0] },
  },
});

/** Where the text of an element is, also when a browser has taken the inner one away. */
function inner(tag: string): (element: globalThis.Node) => HTMLElement {
  return (element) =>
    (element as HTMLElement).querySelector<HTMLElement>(tag) ?? (element as HTMLElement);
}

function itemElement(node: Node): DOMOutputSpec {
  const { kind, indent, checked } = node.attrs;
  const ticked = kind === "check" ? { "data-checked": String(checked) } : {};
  return [
    "div",
    { dir: "auto", class: `item ${String(kind)}`, "data-indent": String(indent), ...ticked },
    0,
  ];
}

/** The tone a word says; a note when it says none. */
export function toneOf(word: unknown): Tone {
  return TONES.find((tone) => tone === word) ?? "note";
}

/** What the element of an item says. */
export function itemAttributes(element: HTMLElement) {
  const kinds: ItemKind[] = ["numbered", "check"];
  return {
    kind: kinds.find((kind) => element.classList.contains(kind)) ?? "bullet",
    indent: Number(element.dataset["indent"] ?? 0),
    checked: element.dataset["checked"] === "true",
  };
}
