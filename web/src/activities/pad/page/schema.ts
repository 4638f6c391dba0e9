// The shape of a page: flat blocks of marked text, so that no merge of two documents can break it.
// Each block runs the way its own first letters do.
import { Schema, type DOMOutputSpec, type Node } from "prosemirror-model";

/** The deepest indent of an item. */
export const INDENT_MAX = 5;
/** The smallest heading. */
export const LEVEL_MAX = 3;

/** The three sorts of items. */
export type ItemKind = "bullet" | "numbered" | "check";

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

function itemElement(node: Node): DOMOutputSpec {
  const { kind, indent, checked } = node.attrs;
  const ticked = kind === "check" ? { "data-checked": String(checked) } : {};
  return [
    "div",
    { dir: "auto", class: `item ${String(kind)}`, "data-indent": String(indent), ...ticked },
    0,
  ];
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
