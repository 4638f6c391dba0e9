// What is put piece by piece is what is put at once.
import fc from "fast-check";
import type { Node } from "prosemirror-model";
import { EditorState, TextSelection } from "prosemirror-state";
import { expect, test } from "vitest";
import { schema } from "../page/schema";
import { newTable } from "../writing/tables";
import { Pieces } from "./pieces";
import { land, put, putPiece } from "./put";

const words = fc.string({ unit: fc.constantFrom("a", "é", " ", "😀"), maxLength: 300 });
const content = words.map((text) => (text === "" ? [] : [schema.text(text)]));
const line = fc.oneof(
  content.map((texts) => schema.nodes.paragraph.create(null, texts)),
  content.map((texts) => schema.nodes.heading.create({ level: 2 }, texts)),
  content.map((texts) => schema.nodes.quote.create(null, texts)),
  content.map((texts) => schema.nodes.code.create(null, texts)),
  fc.constant(schema.nodes.rule.create()),
  content.map((texts) => schema.nodes.item.create({ kind: "bullet", indent: 1 }, texts)),
);
const table = fc
  .array(fc.array(content, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 12 })
  .map((cells) => newTable(cells));
const blocks = (one: fc.Arbitrary<Node>) => fc.array(one, { minLength: 1, maxLength: 12 });
const page = blocks(fc.oneof({ weight: 4, arbitrary: line }, { weight: 1, arbitrary: table }));

/** A page with a selection in it. */
const begun = fc.tuple(page, fc.nat(), fc.nat()).map(([children, from, to]) => {
  const doc = schema.node("doc", null, children);
  const [anchor, head] = [from, to].map((at) => doc.resolve(at % doc.content.size));
  const selection = anchor && head && TextSelection.between(anchor, head);
  return EditorState.create({ doc, ...(selection && { selection }) });
});

function putInPieces(state: EditorState, pasted: readonly Node[], units: number): EditorState {
  const { transaction, isWhole, blocks: landed, ...range } = land(state, pasted);
  const pieces = new Pieces(landed, !isWhole);
  let end = putPiece(transaction, { ...range, isWhole }, pieces.next(units));
  let next = state.apply(transaction);
  while (!pieces.isDone) {
    const { tr } = next;
    end = putPiece(tr, { from: end, to: end, isWhole }, pieces.next(units));
    next = next.apply(tr);
  }
  return next;
}

/** Without the names of rows and columns, which are drawn. */
function said(state: EditorState): string {
  return state.doc.toString();
}

test.each([
  ["lines", blocks(line)],
  ["lines and tables", page],
])("%s, wherever the caret is", (_, pasted) => {
  fc.assert(
    fc.property(begun, pasted, fc.integer({ min: 50, max: 600 }), (state, come, units) => {
      const after = putInPieces(state, come, units);
      after.doc.check();
      expect(said(after)).toBe(said(state.apply(put(state, come))));
    }),
  );
});

test("no piece is much, however long a line or a table is", () => {
  const long = schema.nodes.paragraph.create(null, schema.text("😀".repeat(5000)));
  const rows = newTable(Array.from({ length: 90 }, () => [[schema.text("un")], []]));
  const pieces = new Pieces([long, rows], false);
  const sizes: number[] = [];
  while (!pieces.isDone) {
    const { blocks: given } = pieces.next(500);
    sizes.push(given.reduce((sum, { content }) => sum + content.size, 0));
    for (const block of given)
      expect(block.textContent).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/);
  }
  expect(sizes.length).toBeGreaterThan(30);
  expect(Math.max(...sizes)).toBeLessThan(700);
  expect(pieces.share).toBe(1);
});
