// @vitest-environment happy-dom
// What is copied in a pad comes back as it was, and says to others what it is.
import fc from "fast-check";
import { Fragment, type Node } from "prosemirror-model";
import { expect, test } from "vitest";
import { INDENT_MAX, LEVEL_MAX, schema, TONES } from "../page/schema";
import { pasted } from "./testing/paste";
import { pageWriter } from "./to/page";
import { textOfCopy } from "./to/text";

const text = (words: string): Node[] => (words === "" ? [] : [schema.text(words)]);
const item = (kind: string, indent: number, words: string, checked = false): Node =>
  schema.nodes.item.create({ kind, indent, checked }, text(words));
const p = (words: string): Node => schema.nodes.paragraph.create(null, text(words));

function copied(blocks: readonly Node[]): string {
  const place = document.createElement("div");
  place.append(pageWriter.serializeFragment(Fragment.from(blocks), { document }));
  return place.innerHTML;
}

const LIST = [
  item("bullet", 0, "un"),
  item("bullet", 1, "deux"),
  item("numbered", 1, "trois"),
  item("numbered", 1, "quatre"),
  item("bullet", 0, "cinq"),
];

test("lists leave as lists inside lists", () => {
  expect(copied(LIST)).toBe(
    '<ul data-pad=""><li>un<ul><li>deux</li></ul><ol><li>trois</li><li>quatre</li></ol></li><li>cinq</li></ul>',
  );
});

test("check items leave with boxes that programs show, and say whether they are ticked", () => {
  expect(copied([item("check", 0, "un"), item("check", 0, "deux", true)])).toBe(
    '<ul style="list-style-type: none;" data-pad=""><li role="checkbox" aria-checked="false">☐ un</li>' +
      '<li role="checkbox" aria-checked="true">☑ deux</li></ul>',
  );
});

test("headings, quotes, empty lines and line breaks leave as such", () => {
  const blocks = [schema.nodes.heading.create({ level: 2 }, text("t")), p(""), p("a\nb")];
  expect(copied([...blocks, schema.nodes.quote.create(null, text("q"))])).toBe(
    '<h2 data-pad="">t</h2><p><br></p><p>a<br>b</p><blockquote><p>q</p></blockquote>',
  );
});

test("a part of a line leaves as its words", () => {
  const words = Fragment.from([schema.text("un "), schema.text("mot", [schema.mark("strong")])]);
  const place = document.createElement("div");
  place.append(pageWriter.serializeFragment(words, { document }));
  expect(place.innerHTML).toBe('<span data-pad="">un <strong>mot</strong></span>');
  expect(textOfCopy(words)).toBe("un mot");
});

test("text leaves with the signs of lists and blank lines between blocks", () => {
  const blocks = [p("Liste"), ...LIST, item("check", 0, "six", true), p(""), p("fin")];
  expect(textOfCopy(Fragment.from(blocks))).toBe(
    "Liste\n\n- un\n  - deux\n  1. trois\n  2. quatre\n- cinq\n- [x] six\n\nfin",
  );
  expect(textOfCopy(Fragment.from([item("numbered", 0, "a\nb"), item("bullet", 1, "c")]))).toBe(
    "1. a\n   b\n   - c",
  );
  expect(textOfCopy(Fragment.from([item("bullet", 0, "pain")]))).toBe("pain");
});

test("code, callouts and rules leave as such", () => {
  const { callout, code, rule } = schema.nodes;
  const blocks = [
    callout.create({ tone: "tip" }, text("t")),
    code.create(null, text("a\n  b")),
    rule.create(),
  ];
  expect(copied(blocks)).toBe(
    '<div class="callout" data-tone="tip" data-pad=""><p>t</p></div>' +
      "<pre><code>a\n  b</code></pre><hr>",
  );
  expect(textOfCopy(Fragment.from(blocks))).toBe("t\n\n```\na\n  b\n```\n\n---");
});

const words = fc
  .array(
    fc.constantFrom("a", " ", "  ", "é", "\u00a0", "\n", "☐ ", "- ", "1. ", "<b>", "😀", "\t"),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(""));

const marks = fc
  .subarray(["strong", "em", "underline", "strike", "link"])
  .map((names) =>
    names.map((name) => schema.mark(name, name === "link" ? { href: "https://a.org" } : null)),
  );

const content = fc
  .array(fc.tuple(words, marks), { maxLength: 3 })
  .map((runs) => runs.filter(([run]) => run !== "").map(([run, on]) => schema.text(run, on)));

const block = fc.oneof(
  content.map((runs) => schema.nodes.paragraph.create(null, Fragment.from(runs))),
  content.map((runs) => schema.nodes.quote.create(null, Fragment.from(runs))),
  content.map((runs) => schema.nodes.code.create(null, Fragment.from(runs))),
  fc.constant(schema.nodes.rule.create()),
  fc
    .tuple(fc.constantFrom(...TONES), content)
    .map(([tone, runs]) => schema.nodes.callout.create({ tone }, Fragment.from(runs))),
  fc
    .tuple(fc.integer({ min: 1, max: LEVEL_MAX }), content)
    .map(([level, runs]) => schema.nodes.heading.create({ level }, Fragment.from(runs))),
  fc
    .tuple(
      fc.constantFrom("bullet", "numbered", "check"),
      fc.integer({ min: 0, max: INDENT_MAX }),
      fc.boolean(),
      content,
    )
    .map(([kind, indent, tick, runs]) =>
      schema.nodes.item.create(
        { kind, indent, checked: kind === "check" && tick },
        Fragment.from(runs),
      ),
    ),
);

test("what is copied and pasted is what it was", () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 8 }), (blocks) => {
      const html = copied(blocks).replace(/^<\w+/, '$& data-pm-slice="1 1 []"');
      expect(pasted(html).map((node) => node.toJSON() as unknown)).toEqual(
        blocks.map((node) => node.toJSON() as unknown),
      );
    }),
  );
});
