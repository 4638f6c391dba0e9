// How a block of the page is written as a block marker of the document, and read back.
import type { Node, NodeType } from "prosemirror-model";
import { rank } from "../../../document/fields";
import { imageOf } from "./image";
import { INDENT_MAX, LEVEL_MAX, schema, toneOf } from "./schema";
import type { Gone } from "./table";

/** What follows `type` in a block marker. */
export type BlockAttributes = Readonly<Record<string, number | boolean | string>>;

/** A block marker as it is written. */
export type BlockMarker = { type: string; attrs: BlockAttributes };

/** A block of the page without its text. */
export type Block = { type: NodeType; attrs: BlockAttributes | Record<string, unknown> };

/** The marker of a block. */
export function markerOf(block: Node): BlockMarker {
  switch (block.type) {
    case schema.nodes.heading:
      return { type: "heading", attrs: { level: Number(block.attrs["level"]) } };
    case schema.nodes.item:
      return { type: `${String(block.attrs["kind"])}-item`, attrs: itemAttributes(block) };
    case schema.nodes.quote:
      return { type: "quote", attrs: {} };
    case schema.nodes.callout:
      return { type: "callout", attrs: { tone: String(block.attrs["tone"]) } };
    case schema.nodes.code:
      return { type: "code", attrs: {} };
    case schema.nodes.rule:
      return { type: "rule", attrs: {} };
    case schema.nodes.image:
      return { type: "image", attrs: imageOf((key) => block.attrs[key]) };
    default:
      return { type: "paragraph", attrs: {} };
  }
}

function itemAttributes({ attrs }: Node): BlockAttributes {
  const indent = Number(attrs["indent"]);
  return attrs["kind"] === "check" ? { indent, checked: attrs["checked"] === true } : { indent };
}

/** What a marker says, whatever a client wrote: unknown types are paragraphs, numbers are clamped. */
export function blockOf(marker: unknown): Block {
  const attrs = field(marker, "attrs");
  const item = (kind: string, more = {}) => ({
    type: schema.nodes.item,
    attrs: {
      kind,
      indent: clamped(field(attrs, "indent"), 0, INDENT_MAX),
      checked: false,
      ...more,
    },
  });
  switch (word(field(marker, "type"))) {
    case "heading":
      return {
        type: schema.nodes.heading,
        attrs: { level: clamped(field(attrs, "level"), 1, LEVEL_MAX) },
      };
    case "bullet-item":
      return item("bullet");
    case "numbered-item":
      return item("numbered");
    case "check-item":
      return item("check", { checked: field(attrs, "checked") === true });
    case "quote":
      return { type: schema.nodes.quote, attrs: {} };
    case "callout":
      return { type: schema.nodes.callout, attrs: { tone: toneOf(word(field(attrs, "tone"))) } };
    case "code":
      return { type: schema.nodes.code, attrs: {} };
    case "image":
      return { type: schema.nodes.image, attrs: imageOf((key) => word(field(attrs, key))) };
    case "rule":
      return { type: schema.nodes.rule, attrs: {} };
    default:
      return { type: schema.nodes.paragraph, attrs: {} };
  }
}

/** Whether a marker begins a table. */
export function beginsTable(marker: unknown): boolean {
  return word(field(marker, "type")) === "table";
}

/** The row and column that the marker of a cell says; null when it is no cell. */
export function cellSaid(marker: unknown): { row: string; column: string; gone: Gone } | null {
  if (word(field(marker, "type")) !== "cell") return null;
  const attrs = field(marker, "attrs");
  const gone = word(field(attrs, "gone"));
  return {
    row: rank(field(attrs, "row")),
    column: rank(field(attrs, "column")),
    gone: gone === "row" || gone === "column" ? gone : "",
  };
}

function field(map: unknown, key: string): unknown {
  return typeof map === "object" && map !== null ? Reflect.get(map, key) : undefined;
}

/** A word, whether it is a plain string or Automerge's immutable one. */
function word(value: unknown): unknown {
  return typeof value === "object" ? field(value, "val") : value;
}

/** A whole number within its limits; the least when it is missing or no number. */
function clamped(value: unknown, least: number, most: number): number {
  const number = typeof value === "number" ? Math.trunc(value) : least;
  return Math.min(most, Math.max(least, Number.isNaN(number) ? 0 : number));
}
