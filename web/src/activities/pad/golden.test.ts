// Golden documents: pads written by one side of the wire and read by the other.
// `ATELIER_GOLDEN=write npx vitest run golden` writes this side's document again.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as Automerge from "@automerge/automerge/slim";
import type { Node } from "prosemirror-model";
import { beforeAll, expect, test } from "vitest";
import type { PadDocument } from "./binding/pad-document";
import { read } from "./binding/document";
import { ready } from "../../document/testing/automerge";
import { newPad, Writer } from "./fuzz/writer";
import { markerOf } from "./page/block";
import { SIZES } from "./page/image";
import { schema, TONES } from "./page/schema";
import { tableOf } from "./page/table";

const FOLDER = join(import.meta.dirname, "../../../../crdt/golden");

beforeAll(ready);

const bytes = (name: string): Uint8Array => readFileSync(join(FOLDER, `${name}.automerge`));
const json = (name: string): string => readFileSync(join(FOLDER, `${name}.json`), "utf8");
const pageIn = (document: Uint8Array): Node => read(Automerge.load<PadDocument>(document)).page;

test("every golden document is read as its json says", () => {
  const names = readdirSync(FOLDER).filter((name) =>
    /^pad-.*(?<!-with-comments)\.automerge$/.test(name),
  );
  expect(names.length).toBeGreaterThan(1);
  for (const name of names.map((file) => file.replace(".automerge", ""))) {
    expect(exported(pageIn(bytes(name))), name).toEqual(JSON.parse(json(name)));
  }
});

test.each([
  ["pad-from-web", everythingPeopleWrite],
  ["pad-from-web-blocks", theBlocksThatCameAfter],
  ["pad-from-web-tables", tables],
  ["pad-from-web-images", images],
])("this side still writes the same page: %s", (name, blocks) => {
  const document = written(blocks());
  if (process.env["ATELIER_GOLDEN"] === "write") {
    writeFileSync(join(FOLDER, `${name}.automerge`), Automerge.save(document));
    const text = JSON.stringify(exported(read(document).page), null, 2);
    writeFileSync(join(FOLDER, `${name}.json`), text);
  }
  expect(Automerge.getHeads(Automerge.load(bytes(name)))).toEqual(Automerge.getHeads(document));
});

/** A document after somebody put these blocks on its page, each in its own change. */
function written(blocks: readonly Node[]): Automerge.Doc<PadDocument> {
  const writer = new Writer(1, newPad());
  for (const [index, block] of blocks.entries()) {
    const { doc, tr } = writer.state;
    writer.dispatch(
      index === 0 ? tr.replaceWith(0, doc.content.size, block) : tr.insert(doc.content.size, block),
    );
  }
  return writer.document;
}

function everythingPeopleWrite(): Node[] {
  const { heading, item, quote, paragraph } = schema.nodes;
  const text = (words: string, ...marks: Parameters<typeof schema.mark>[]): Node =>
    schema.text(
      words,
      marks.map((mark) => schema.mark(...mark)),
    );
  return [
    heading.create({ level: 1 }, text("Réunion d’équipe 😀")),
    heading.create({ level: 3 }, text("Détails")),
    paragraph.create(null, [
      text("gras", ["strong"]),
      text("italique gras", ["strong"], ["em"]),
      text(" 👩‍🎨 souligné", ["underline"]),
      text("barré", ["strike"]),
      text("lien", ["link", { href: "https://example.org/?a=b&c=d" }]),
      text(" simple"),
    ]),
    item.create({ kind: "bullet", indent: 2 }, text("thé vert")),
    item.create({ kind: "numbered", indent: 5 }, text("tout au fond")),
    item.create({ kind: "check", indent: 1, checked: true }, text("fait")),
    quote.create(null, text("« l’union fait la force »")),
    paragraph.create(),
  ];
}

function theBlocksThatCameAfter(): Node[] {
  const { callout, code, rule, paragraph } = schema.nodes;
  return [
    ...TONES.map((tone) => callout.create({ tone }, schema.text(tone))),
    code.create(null, schema.text("if (a)\n  b();")),
    rule.create(),
    paragraph.create(null, schema.text("après le trait")),
  ];
}

function tables(): Node[] {
  const text = (words: string): Node[] => [schema.text(words)];
  const cell = (row: string, column: string, texts: Node[]) => ({
    row,
    column,
    gone: "" as const,
    texts,
  });
  const table = tableOf(text("Qui vient"), [
    cell("1", "a", text("Nom")),
    cell("1", "b", text("Jour 😀")),
    cell("2", "a", [schema.text("Ana", [schema.mark("strong")])]),
    cell("2", "b", []),
  ]);
  if (!table) throw new RangeError("too large a table");
  return [schema.node("paragraph", null, text("avant")), table, schema.node("paragraph")];
}

function images(): Node[] {
  const url = "/api/attachments/4Ev2HhPsMPcRwLNZ7xsBTX";
  return [
    ...SIZES.map((size) =>
      schema.nodes.image.create(
        { url, alt: `le plan 😀 ${size}`, width: 1200, height: 800, size },
        schema.text("Salle Lilas"),
      ),
    ),
    schema.nodes.image.create({ url }),
    schema.node("paragraph"),
  ];
}

/** A page in the form of the server's JSON export. */
function exported(page: Node): unknown {
  const blocks = page.children.map((block) => {
    if (block.type === schema.nodes.table) return exportedTable(block);
    const { type, attrs } = markerOf(block);
    return { kind: type, ...attrs, runs: block.children.map(run) };
  });
  return { kind: "pad", version: 1, blocks };
}

function exportedTable(table: Node): unknown {
  const [caption, ...rows] = table.children;
  return {
    kind: "table",
    rows: rows.map((row) => row.children.map((cell) => ({ runs: runsOf(cell).map(run) }))),
    runs: caption?.children.map(run),
  };
}

/** Lines that several people wrote into one cell stand line under line. */
function runsOf(cell: Node): Node[] {
  const texts = cell.children.flatMap((line, number) => [
    ...(number > 0 ? [schema.text("\n")] : []),
    ...line.children,
  ]);
  return texts.reduce<Node[]>((all, text) => {
    const last = all.at(-1);
    if (last?.sameMarkup(text) !== true) return [...all, text];
    return [...all.slice(0, -1), schema.text((last.text ?? "") + (text.text ?? ""), last.marks)];
  }, []);
}

function run(text: Node): unknown {
  const marks = text.marks.map(({ type, attrs }): [string, unknown] => [
    type.name,
    type === schema.marks.link ? attrs["href"] : true,
  ]);
  return { text: text.text, marks: Object.fromEntries(marks) };
}
