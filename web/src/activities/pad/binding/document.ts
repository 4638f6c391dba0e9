// Builds the page a document says, whatever clients wrote into it.
import type { MarkSet, Span } from "@automerge/automerge/slim";
import type { Mark, Node } from "prosemirror-model";
import { beginsTable, blockOf, cellSaid } from "../page/block";
import { mayBeFollowed } from "../page/link";
import { schema } from "../page/schema";
import { tableOf } from "../page/table";
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

/** Reads spans that came another way than in a document of one's own: those of a past version. */
export function readPast(spans: readonly unknown[]): Reading {
  return readSpans(spans as readonly Span[]);
}

/** The page that spans say. A page has at least one block. */
function readSpans(spans: readonly Span[]): Reading {
  const blocks: WrittenBlock[] = [];
  for (const span of spans) {
    if (span.type === "block") blocks.push({ marker: span.value, texts: [] });
    else {
      if (blocks.length === 0) blocks.push({ marker: null, texts: [] });
      blocks.at(-1)?.texts.push(schema.text(span.value, marksOf(span.marks)));
    }
  }
  const headless = spans[0]?.type !== "block";
  if (blocks.length === 0) blocks.push({ marker: null, texts: [] });
  return { page: schema.node("doc", null, nodesOf(blocks)), headless };
}

/** A block marker as it is in the document, and the text behind it. */
type WrittenBlock = { marker: unknown; texts: Node[] };

function nodesOf(blocks: readonly WrittenBlock[]): Node[] {
  const nodes: Node[] = [];
  for (let number = 0; number < blocks.length; number++) {
    const { marker, texts } = blocks[number] ?? { marker: null, texts: [] };
    const cells = beginsTable(marker) ? cellsFrom(blocks, number + 1) : [];
    const table = tableOf(joined(texts), cells);
    if (table) number += cells.length;
    const { type, attrs } = blockOf(marker);
    nodes.push(table ?? type.create(attrs, joined(texts)));
  }
  return nodes;
}

/** The cells that stand together from a block on. */
function cellsFrom(blocks: readonly WrittenBlock[], start: number) {
  const cells = [];
  for (let number = start; number < blocks.length; number++) {
    const block = blocks[number];
    const said = block && cellSaid(block.marker);
    if (!said) break;
    cells.push({ ...said, texts: joined(block.texts) });
  }
  return cells;
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
