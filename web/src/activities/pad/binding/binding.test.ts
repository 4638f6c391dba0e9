// Single gestures that pages and documents once parted on.
import { Fragment, Slice } from "prosemirror-model";
import { AttrStep, ReplaceAroundStep, ReplaceStep, Transform } from "prosemirror-transform";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { ready } from "../../../document/testing/automerge";
import { newPad, Writer } from "../fuzz/writer";
import { schema } from "../page/schema";
import { indentItems, toggleItems } from "../writing/blocks";
import { deleteForward, enter } from "../writing/lines";
import { insertTable } from "../writing/tables";
import { attempt } from "./ahead";

beforeAll(ready);

let ana: Writer;
let bo: Writer;

beforeEach(() => {
  const pad = newPad();
  [ana, bo] = [new Writer(1, pad), new Writer(2, pad)];
});

/** Everything each of them wrote reaches the other. */
function meet(): void {
  const [fromAna, fromBo] = [ana.sent.splice(0), bo.sent.splice(0)];
  ana.hears(fromBo);
  bo.hears(fromAna);
}

function expectPage(writer: Writer, page: string): void {
  expect(writer.state.doc.toString()).toBe(page);
  expect(writer.said.toString()).toBe(page);
}

test("undoing and redoing an item makes no block where somebody else took it away", () => {
  ana.run(enter);
  ana.types("after");
  ana.selects(1);
  ana.run(toggleItems("bullet"));
  ana.run(indentItems(1), 1000);
  meet();
  bo.selects(1);
  bo.run(deleteForward);
  meet();
  ana.undoes();
  ana.redoes();
  meet();
  expectPage(ana, 'doc(paragraph("after"))');
  expectPage(bo, 'doc(paragraph("after"))');
});

test("what follows the cutting of a character in two is written at its place", () => {
  ana.types("😀le mot");
  const { tr } = ana.state;
  tr.delete(1, 2).insertText("!", tr.doc.content.size - 1);
  ana.dispatch(tr.split(tr.doc.content.size - 1));
  expectPage(ana, 'doc(paragraph("le mot!"), paragraph)');
});

test("an end moved up to where a replacement ends keeps what others write in it", () => {
  ana.types("one");
  ana.run(enter);
  ana.types("two");
  meet();
  bo.selects(9);
  bo.types("!");
  const slice = new Slice(Fragment.from(schema.node("paragraph", null, schema.text("X"))), 1, 0);
  ana.dispatch(ana.state.tr.step(new ReplaceAroundStep(3, 10, 6, 9, slice, 1)));
  meet();
  expectPage(ana, 'doc(paragraph("onXtwo!"))');
  expectPage(bo, 'doc(paragraph("onXtwo!"))');
});

test("what is said of a row is left out where the waiting page has a text in its place", () => {
  const waiting = new Transform(
    schema.node("doc", null, [schema.node("paragraph", null, [schema.text("a")])]),
  );
  expect(attempt(waiting, new AttrStep(1, "id", "r1"))).toBe(false);
  expect(attempt(waiting, new AttrStep(9, "id", "r1"))).toBe(false);
});

test.each([2, 5, 9])(
  "what is put back as it was changes nothing, from inside a table (position %i) to behind it",
  (from) => {
    ana.run(insertTable(1, 2));
    ana.types("mot");
    const { doc } = ana.state;
    const page = doc.toString();
    const to = doc.content.size - 1;
    ana.dispatch(ana.state.tr.step(new ReplaceStep(from, to, doc.slice(from, to))));
    meet();
    expectPage(ana, page);
    expectPage(bo, page);
  },
);
