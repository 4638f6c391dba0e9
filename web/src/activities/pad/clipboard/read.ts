// What is pasted, as blocks of a pad.
import { Fragment, Slice, type Mark, type Node } from "prosemirror-model";
import { cutLine, nodeOf, textOf, type Line } from "./from/lines";
import { readLines } from "./from/page";
import { linesOfText } from "./from/text";
import { tidied } from "./from/tidy";
import { answered } from "../../../ui/piecemeal";
import { schema } from "../page/schema";
import { isOwn } from "./to/page";

export { withoutStyles } from "./from/style";

/** The blocks of a page whose styles were put aside; `isWhiteMeant` when an editor wrote it, not a person. */
export function readPage(page: globalThis.Node, isWhiteMeant: boolean): Node[] {
  const reading = readLines(page, isWhiteMeant);
  for (;;) {
    const { done, value } = reading.next();
    if (done === true) return blocksOf(value, page);
  }
}

/** The same, while the page that is open answers. */
export async function readLargePage(page: globalThis.Node, isWhiteMeant: boolean): Promise<Node[]> {
  const reading = readLines(page, isWhiteMeant);
  for (let since = performance.now(); ;) {
    const { done, value } = reading.next();
    if (done === true) return blocksOf(value, page);
    if (performance.now() - since < READ_MS) continue;
    await answered();
    since = performance.now();
  }
}

/** How long it is read at once. */
const READ_MS = 20;

function blocksOf(lines: readonly Line[], page: globalThis.Node): Node[] {
  return isOwn(page) ? lines.map(withoutSign).map(nodeOf) : trimmed(tidied(lines)).map(nodeOf);
}

/** The blocks of a plain text. */
export function readText(text: string, marks: readonly Mark[], isLiteral: boolean): Node[] {
  return linesOfText(text, marks, isLiteral).map(nodeOf);
}

/** Blocks as ProseMirror pastes them. */
export function sliceOf(blocks: readonly Node[]): Slice {
  return blocks.length === 0 ? Slice.empty : new Slice(Fragment.from(blocks), 1, 1);
}

/** A check item leaves with a box for those who know no check items. */
function withoutSign(line: Line): Line {
  return line.block.attrs["kind"] === "check" && /^[☐☑] /.test(textOf(line))
    ? cutLine(line, 2)
    : line;
}

/** Without the empty lines around all. */
function trimmed(lines: readonly Line[]): Line[] {
  const isFull = ({ block, runs }: Line): boolean =>
    runs.length > 0 ||
    block.attrs["kind"] !== undefined ||
    [schema.nodes.rule, schema.nodes.table, schema.nodes.image].includes(block.type);
  const start = lines.findIndex(isFull);
  return start < 0 ? [] : lines.slice(start, lines.findLastIndex(isFull) + 1);
}
