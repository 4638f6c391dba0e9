// Builds the page a document says, whatever clients wrote into it.
import type { MarkSet, Span } from "@automerge/automerge/slim";
import type { Mark, Node } from "prosemirror-model";
import { blockOf, type Block } from "../page/block";
import { mayBeFollowed } from "../page/link";
import { schema } from "../page/schema";
import { spansOf, type PadDoc } from "./body";

/** A page, and how its units are counted. */
export type Reading = {
  page: Node;
  /** Whether the first block has no marker in the document, because text stands before the first. */
  headless: boolean;
};

/** Reads the document as it is. */
export function read(document: PadDoc): Reading {
  return readSpans(spansOf(document));
}

/** The page that spans say. A page has at least one block. */
function readSpans(spans: readonly Span[]): Reading {
  const blocks: { block: Block; texts: Node[] }[] = [];
  const paragraph = { type: schema.nodes.paragraph, attrs: {} };
  for (const span of spans) {
    if (span.type === "block") blocks.push({ block: blockOf(span.value), texts: [] });
    else {
      if (blocks.length === 0) blocks.push({ block: paragraph, texts: [] });
      blocks.at(-1)?.texts.push(schema.text(span.value, marksOf(span.marks)));
    }
  }
  const headless = spans[0]?.type !== "block";
  if (blocks.length === 0) blocks.push({ block: paragraph, texts: [] });
  const nodes = blocks.map(({ block, texts }) => block.type.create(block.attrs, joined(texts)));
  return { page: schema.node("doc", null, nodes), headless };
}

/** The marks of some text; those of unknown names or wrong values are passed over. */
export function marksOf(marks: MarkSet | undefined): readonly Mark[] {
  return Object.entries(marks ?? {}).reduce<readonly Mark[]>((set, [name, value]) => {
    const mark = markOf(name, value);
    return mark === null ? set : mark.addToSet(set);
  }, []);
}

/** The mark a name and a value say; null when they say that there is none. */
export function markOf(name: string, value: unknown): Mark | null {
  if (name === "link") {
    const href =
      typeof value === "object" && value !== null ? String(Reflect.get(value, "val")) : value;
    return typeof href === "string" && mayBeFollowed(href) ? schema.mark("link", { href }) : null;
  }
  return value === true && Object.hasOwn(schema.marks, name) ? schema.mark(name) : null;
}

/** Texts with the same marks in a row become one, as ProseMirror keeps them. */
function joined(texts: Node[]): Node[] {
  const result: Node[] = [];
  for (const text of texts) {
    const last = result.at(-1);
    if (last?.sameMarkup(text) === true)
      result[result.length - 1] = schema.text((last.text ?? "") + (text.text ?? ""), last.marks);
    else result.push(text);
  }
  return result;
}
