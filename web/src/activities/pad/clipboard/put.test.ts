// Pasting lines where one is: what they become, and where the caret is then.
import { EditorState, TextSelection } from "prosemirror-state";
import type { Node } from "prosemirror-model";
import { expect, test } from "vitest";
import { atOnce } from "../../../ui/piecemeal";
import { schema } from "../page/schema";
import { put } from "./put";
import { readText } from "./read";
import { said } from "./testing/say";

const { paragraph, heading, item, quote } = schema.nodes;
const text = (words: string): Node[] => (words === "" ? [] : [schema.text(words)]);
const p = (words: string): Node => paragraph.create(null, text(words));
const bullet = (words: string, indent = 0): Node =>
  item.create({ kind: "bullet", indent }, text(words));

/** Pastes at `|` of the block of a page, and says the page with the caret in it. */
function pastes(page: Node[], at: [number, number], blocks: readonly Node[], to = at): string[] {
  const doc = schema.node("doc", null, page);
  const place = ([block, offset]: [number, number]): number =>
    page.slice(0, block).reduce((sum, { nodeSize }) => sum + nodeSize, 1) + offset;
  const selection = TextSelection.create(doc, place(at), place(to));
  const state = EditorState.create({ doc, selection });
  const after = state.apply(put(state, blocks));
  after.doc.check();
  return said(after.apply(after.tr.insertText("|")).doc.children);
}

const lines = (words: string): Node[] => atOnce(readText(words, [], false));

test.each<[string, Node[], [number, number], Node[], string[]]>([
  ["a word in a line", [p("un  mot")], [0, 3], [p("petit")], ["un petit| mot"]],
  [
    "lines in a bullet",
    [bullet("un")],
    [0, 2],
    lines("!\ndeux\r\n\r\ntrois"),
    ["- un!", "- deux", "- trois|"],
  ],
  ["lines in an empty bullet", [bullet("", 1)], [0, 0], lines("un\ndeux"), ["  - un", "  - deux|"]],
  [
    "a list in an item goes on from its indent",
    [bullet("", 1)],
    [0, 0],
    [bullet("un"), bullet("deux", 1)],
    ["  - un", "    - deux|"],
  ],
  [
    "a list in an empty line",
    [p("")],
    [0, 0],
    [bullet("un", 1), bullet("deux")],
    ["  - un", "- deux|"],
  ],
  ["a whole item in words is words", [p("le ")], [0, 3], [bullet("pain")], ["le pain|"]],
  [
    "a heading in an empty line",
    [p("")],
    [0, 0],
    [heading.create({ level: 2 }, text("t"))],
    ["## t|"],
  ],
  [
    "a heading and lines in an empty item",
    [bullet("")],
    [0, 0],
    [heading.create({ level: 2 }, text("t")), p("un")],
    ["## t", "un|"],
  ],
  ["lines in a quote", [quote.create(null, text("q"))], [0, 1], lines("\nun"), ["> q", "> un|"]],
  [
    "lines in a heading",
    [heading.create({ level: 1 }, text("t"))],
    [0, 1],
    lines("!\nun"),
    ["# t!", "un|"],
  ],
  ["empty lines", [p("un")], [0, 2], lines("\n\ndeux"), ["un", "", "deux|"]],
  ["lines in the middle of a line", [p("ab")], [0, 1], lines("1\n2"), ["a1", "2|b"]],
  ["an empty line alone in a bullet", [bullet("un")], [0, 2], lines("\n\n"), ["- un|"]],
])("%s", (_, page, at, blocks, after) => {
  expect(pastes(page, at, blocks)).toEqual(after);
});

test("what is selected gives way, over several lines too", () => {
  const page = [p("un"), bullet("deux"), p("trois")];
  expect(pastes(page, [0, 1], [p("X")], [2, 2])).toEqual(["uX|ois"]);
  expect(pastes(page, [1, 0], [bullet("X"), bullet("Y")], [1, 4])).toEqual([
    "un",
    "- X",
    "- Y|",
    "trois",
  ]);
});

test("plain text is lines, and lists where it says so", () => {
  const read = (words: string, isLiteral = false): string[] =>
    said(atOnce(readText(words, [], isLiteral)));
  expect(read("un\r\n\r\ndeux\n")).toEqual(["un", "", "deux"]);
  expect(read("- un\n  * deux\n\n- [x] trois\nfin")).toEqual([
    "- un",
    "  - deux",
    "[x] trois",
    "fin",
  ]);
  expect(read("1. un\n2. deux\n12. rue de la Paix")).toEqual([
    "1. un",
    "1. deux",
    "12. rue de la Paix",
  ]);
  expect(read("·\tlouer\no\tcamion\n•pain")).toEqual(["- louer", "- camion", "- pain"]);
  expect(read("- 5 %")).toEqual(["- 5 %"]);
  expect(read("- un\n- deux", true)).toEqual(["- un", "- deux"].map((line) => line));
  expect(read("un\vdeux")).toEqual(["un⏎deux"]);
});
