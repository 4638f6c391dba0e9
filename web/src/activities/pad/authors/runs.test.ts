import fc from "fast-check";
import { EditorState } from "prosemirror-state";
import { expect, test } from "vitest";
import { schema } from "../page/schema";
import {
  actorsIn,
  firstUnknown,
  moved,
  redrawn,
  runsIn,
  unknown,
  withRuns,
  type Drawing,
} from "./runs";

const drawing: Drawing = {
  part: (actor) => ({ class: actor }),
  line: (actors) => (actors.length > 0 ? { "data-initials": actors.join(" ") } : null),
};

const page = schema.node("doc", null, [
  schema.node("paragraph", null, [schema.text("abcdefgh")]),
  schema.node("paragraph", null, [schema.text("ijkl")]),
]);

const edit = fc.record({
  at: fc.nat(200),
  gone: fc.nat(3),
  text: fc.constantFrom("", "x", "yz"),
  who: fc.constantFrom("ana", "ben"),
});

test("each letter keeps its author while others write around it", () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
      let state = EditorState.create({ doc: page });
      const all = { from: 0, to: page.content.size, actor: "cleo" };
      let set = withRuns(unknown(page), page, [all], drawing);
      // What it should be, letter by letter; positions between blocks belong to nobody in particular.
      let letters: string[] = Array.from({ length: page.content.size }, () => "cleo");
      for (const { at, gone, text, who } of edits) {
        const block = state.doc.resolve(Math.min(at, state.doc.content.size - 1));
        const from = block.parent.isTextblock ? block.pos : block.pos + 1;
        const to = Math.min(from + gone, state.doc.resolve(from).end());
        const transaction = state.tr;
        if (text) transaction.replaceWith(from, to, schema.text(text));
        else transaction.delete(from, to);
        set = moved(set, transaction, who, drawing);
        letters = [...letters.slice(0, from), ...Array.from(text, () => who), ...letters.slice(to)];
        state = state.apply(transaction);
      }
      state.doc.descendants((node, position) => {
        if (!node.isText) return;
        for (let at = position; at < position + node.nodeSize; at++)
          expect(runsIn(set, at, at + 1).map(({ actor }) => actor)).toEqual([letters[at]]);
      });
    }),
  );
});

test("lines say who wrote in them, and drawing again changes nothing", () => {
  const runs = [
    { from: 1, to: 3, actor: "ana" },
    { from: 3, to: 9, actor: "ben" },
  ];
  const set = withRuns(unknown(page), page, runs, drawing);
  expect(actorsIn(set, 0, 10)).toEqual(["ben", "ana"]);
  expect(firstUnknown(set)?.from).toBe(0);
  const again = redrawn(set, page, drawing);
  expect(runsIn(again, 0, page.content.size)).toEqual(runsIn(set, 0, page.content.size));
  const lines = again.find(
    undefined,
    undefined,
    (spec: { isLine?: boolean }) => spec.isLine === true,
  );
  expect(lines.map(({ from, to }) => [from, to])).toEqual([[0, 10]]);
});
