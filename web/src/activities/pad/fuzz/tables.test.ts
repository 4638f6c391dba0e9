// Tables that several people change at once: everybody comes to see the same rectangle, and no text is lost.
import { Fragment, Slice, type Node } from "prosemirror-model";
import type { Command } from "prosemirror-state";
import { beforeAll, expect, test } from "vitest";
import { ready } from "../../../document/testing/automerge";
import { schema } from "../page/schema";
import {
  addColumn,
  addRow,
  insertTable,
  removeColumn,
  removeRow,
  removeTable,
} from "../writing/tables";
import { Dice } from "./dice";
import { foreignErased } from "./foreign";
import { Post } from "./post";
import { newPad, Writer } from "./writer";

const WORLDS = 40;
const ROUNDS = 6;
const PEOPLE = 3;
const WORLDS_MS_MAX = 120_000;

beforeAll(ready);

test("no merge loses a text that was typed into a cell", { timeout: WORLDS_MS_MAX }, () => {
  for (let seed = 1; seed <= WORLDS; seed++) {
    const dice = new Dice(seed);
    const { writers, post } = worldWithATable();
    for (let round = 0; round < ROUNDS; round++) {
      const words = writers.map((writer, number) => {
        changesTheTable(writer, dice);
        return typesIntoACell(writer, dice, `mot${String(round)}${String(number)}.`);
      });
      settles(writers, post);
      const pages = writers.map(({ state }) => state.doc);
      for (const page of pages) {
        expect(page.toJSON(), `seed ${String(seed)}`).toEqual(pages[0]?.toJSON());
        expectRectangles(page);
      }
      const text = pages[0]?.textContent ?? "";
      // Nobody has seen these words before they were merged: nobody can have meant to remove them.
      for (const word of words) expect(text, `seed ${String(seed)}`).toContain(word);
    }
  }
});

test("who types in a row that another removes keeps the row", () => {
  const { writers, post } = worldWithATable();
  const [alice, bob] = writers as [Writer, Writer];
  goesToCell(alice, 4);
  alice.types("gardé");
  goesToCell(bob, 4);
  bob.run(removeRow);
  settles(writers, post);
  expect(textsIn(alice)).toEqual([
    ["", "", ""],
    ["", "gardé", ""],
    ["", "", ""],
  ]);
});

test("a row and a column that are added at once cross in a cell of their own", () => {
  const { writers, post } = worldWithATable();
  const [alice, bob] = writers as [Writer, Writer];
  goesToCell(alice, 8);
  alice.run(addColumn(1));
  alice.types("colonne");
  goesToCell(bob, 8);
  bob.types("coin");
  bob.run(addRow(1));
  bob.types("ligne");
  settles(writers, post);
  expect(textsIn(bob)).toEqual([
    ["", "", "", ""],
    ["", "", "", ""],
    ["", "", "coin", "colonne"],
    ["", "", "ligne", ""],
  ]);
});

test("what two people write into the cell where they cross stands line under line", () => {
  const { writers, post } = worldWithATable();
  const [alice, bob] = writers as [Writer, Writer];
  goesToCell(alice, 8);
  alice.run(addColumn(1));
  goesToCell(bob, 8);
  bob.run(addRow(1));
  settles(writers, post);
  goesToCell(alice, 15);
  alice.types("un");
  goesToCell(bob, 15);
  bob.types("deux");
  settles(writers, post);
  expect([...(textsIn(alice)[3]?.[3] ?? "").matchAll(/un|deux/g)].flat().sort()).toEqual([
    "deux",
    "un",
  ]);
});

test("a table that is removed while somebody writes in it leaves their words", () => {
  const { writers, post } = worldWithATable();
  const [alice, bob] = writers as [Writer, Writer];
  goesToCell(alice, 4);
  alice.types("resté");
  goesToCell(bob, 0);
  bob.run(removeTable);
  settles(writers, post);
  expect(alice.state.doc.textContent).toBe("resté");
  expect(textsIn(alice)).toEqual([]);
});

test("a table that was cut in two is not joined again over what others wrote in it", () => {
  const { writers, post } = worldWithATable();
  const [alice, bob] = writers as [Writer, Writer];
  goesToCaption(alice);
  alice.types("titre");
  // What a careless program could drop there: ProseMirror cuts the table in two for it.
  alice.dispatch(alice.state.tr.replaceSelection(dropped()), 1000);
  settles(writers, post);
  goesToCaption(bob);
  bob.types(" à nous");
  settles(writers, post);
  const before = alice.document;
  alice.undoes();
  expect(foreignErased(before, alice.document)).toEqual([]);
  settles(writers, post);
  expect(bob.state.doc.textContent).toContain(" à nous");
  expect(bob.state.doc.toJSON()).toEqual(alice.state.doc.toJSON());
});

test.each([1, 4, 7])(
  "a row that is put back where somebody wrote in it meanwhile is there once, with their words (cell %i)",
  (cell) => {
    const { writers, post } = worldWithATable();
    const [alice, bob] = writers as [Writer, Writer];
    const wanted = textsIn(bob);
    goesToCell(alice, cell);
    alice.run(removeRow);
    goesToCell(bob, cell);
    bob.types("gardé");
    (wanted[Math.floor(cell / 3)] ?? [])[cell % 3] = "gardé";
    settles(writers, post);
    const before = alice.document;
    alice.undoes();
    expect(foreignErased(before, alice.document)).toEqual([]);
    settles(writers, post);
    for (const writer of writers) expect(textsIn(writer)).toEqual(wanted);
  },
);

test("a row that is put in front of itself changes nothing of what others wrote in it", () => {
  const { writers, post } = worldWithATable();
  const [alice, bob] = writers as [Writer, Writer];
  const empty = rowsOf(tableIn(alice))[1];
  goesToCell(bob, 4);
  bob.types("gardé");
  settles(writers, post);
  const before = alice.document;
  // Where an undo may come to put it, after a table was made anew for whoever undoes.
  const position = alice.state.doc.resolve(wordAt(alice, "gardé")).before(2);
  if (empty) alice.dispatch(alice.state.tr.insert(position, empty));
  expect(foreignErased(before, alice.document)).toEqual([]);
  settles(writers, post);
  for (const writer of writers)
    expect(textsIn(writer)).toEqual([
      ["", "", ""],
      ["", "gardé", ""],
      ["", "", ""],
    ]);
});

function tableIn({ state }: Writer): Node {
  return state.doc.children.find(({ type }) => type === schema.nodes.table) ?? state.doc;
}

function wordAt({ state }: Writer, word: string): number {
  let found = 0;
  state.doc.descendants((node, position) => {
    if (node.isText && node.text === word) found = position;
  });
  return found;
}

function dropped(): Slice {
  return new Slice(Fragment.from(schema.node("item", { kind: "bullet", indent: 0 })), 0, 0);
}

function goesToCaption(writer: Writer): void {
  const table = writer.state.doc.children.findIndex(({ type }) => type === schema.nodes.table);
  const start = writer.state.doc.children
    .slice(0, table)
    .reduce((sum, { nodeSize }) => sum + nodeSize, 0);
  writer.selects(start + 2 + (writer.state.doc.child(table).firstChild?.content.size ?? 0));
}

function worldWithATable(): { writers: Writer[]; post: Post } {
  const pad = newPad();
  const writers = Array.from({ length: PEOPLE }, (_, number) => new Writer(number + 1, pad));
  const post = new Post(writers);
  writers[0]?.run(insertTable(3, 3));
  settles(writers, post);
  return { writers, post };
}

function settles(writers: readonly Writer[], post: Post): void {
  for (const writer of writers) post.deliver(writer, Infinity);
}

function changesTheTable(writer: Writer, dice: Dice): void {
  for (let changes = dice.below(3); changes > 0; changes--) {
    goesToCell(writer, dice.below(12));
    const commands: [Command, ...Command[]] = [
      addRow(1),
      addRow(-1),
      addColumn(1),
      addColumn(-1),
      removeRow,
      removeColumn,
    ];
    writer.run(dice.once(15) ? removeTable : dice.pick(commands));
  }
}

function typesIntoACell(writer: Writer, dice: Dice, word: string): string {
  goesToCell(writer, dice.below(12));
  writer.types(word);
  return word;
}

/** The caret at the end of a cell, or of the page where there is none. */
function goesToCell(writer: Writer, number: number): void {
  const ends: number[] = [];
  writer.state.doc.descendants((node, position) => {
    if (node.type === schema.nodes.line) ends.push(position + 1 + node.content.size);
  });
  writer.selects(ends[number % Math.max(1, ends.length)] ?? writer.state.doc.content.size - 1);
}

function textsIn(writer: Writer): string[][] {
  const tables = writer.state.doc.children.filter(({ type }) => type === schema.nodes.table);
  return tables.flatMap((table) =>
    rowsOf(table).map((row) => row.children.map((cell) => cell.textContent)),
  );
}

function rowsOf(table: Node): readonly Node[] {
  return table.children.filter(({ type }) => type === schema.nodes.row);
}

function expectRectangles(page: Node): void {
  for (const table of page.children.filter(({ type }) => type === schema.nodes.table)) {
    const widths = new Set(rowsOf(table).map(({ childCount }) => childCount));
    expect(widths.size).toBe(1);
  }
}
