// Where positions of a page are in the document: the same as counted block by block, without counting.
import { Node } from "prosemirror-model";
import { expect, test, vi } from "vitest";
import { schema } from "../page/schema";
import { newTable } from "../writing/tables";
import { unitAt, unitsOf, unitsOfBlock } from "./positions";

const line = (text: string): Node =>
  schema.node("paragraph", null, text === "" ? [] : [schema.text(text)]);
const table = (rows: string[][]): Node =>
  newTable(rows.map((row) => row.map((text) => (text === "" ? [] : [schema.text(text)]))));

const page = schema.node("doc", null, [
  line("avant"),
  table([
    ["a", ""],
    ["", "b"],
  ]),
  line(""),
  line("entre"),
  table([["c"], ["dd"], ["eee"]]),
  line("après"),
]);

test("every block begins where those before it end", () => {
  let [units, position] = [0, 0];
  for (const block of page.children) {
    expect(unitAt(page, position, false)).toBe(units);
    expect(unitAt(page, position, true)).toBe(units - 1);
    if (block.isTextblock) expect(unitAt(page, position + 1, false)).toBe(units + 1);
    units += unitsOfBlock(block);
    position += block.nodeSize;
  }
  expect(unitAt(page, position, false)).toBe(unitsOf(page, false));
});

test("blocks are not counted again for each position", () => {
  const long = schema.node("doc", null, [
    ...Array.from({ length: 2_000 }, (_, number) => line(`ligne ${String(number)}`)),
    table([["x"]]),
    line("fin"),
  ]);
  const looks = vi.spyOn(Node.prototype, "child");
  unitAt(long, long.content.size - 1, false);
  expect(looks.mock.calls.length).toBeLessThan(100);
  looks.mockRestore();
});
