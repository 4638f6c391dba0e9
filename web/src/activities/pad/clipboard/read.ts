// What is pasted, as blocks of a pad.
import { Fragment, Slice, type Mark, type Node } from "prosemirror-model";
import { cutLine, nodeOf, textOf, type Line } from "./from/lines";
import { readLines } from "./from/page";
import { linesOfText } from "./from/text";
import { tidied } from "./from/tidy";
import { schema } from "../page/schema";
import { isOwn } from "./to/page";

export { withoutStyles } from "./from/style";

type Reading = Generator<undefined, Node[]>;

/**
 * The blocks of a page whose styles were put aside; `isWhiteMeant` when an editor wrote it, not a person. Goes on each time by
 * little, so that it can be left.
 */
export function* readPage(page: globalThis.Node, isWhiteMeant: boolean): Reading {
  const lines = yield* readLines(page, isWhiteMeant);
  yield;
  return yield* nodesOf(isOwn(page) ? lines.map(withoutSign) : trimmed(tidied(lines)));
}

/** The blocks of a plain text, in the same way. */
export function* readText(text: string, marks: readonly Mark[], isLiteral: boolean): Reading {
  return yield* nodesOf(yield* linesOfText(text, marks, isLiteral));
}

function* nodesOf(lines: readonly Line[]): Reading {
  const nodes: Node[] = [];
  for (const line of lines) {
    nodes.push(nodeOf(line));
    yield;
  }
  return nodes;
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
