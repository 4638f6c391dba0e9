// Words are replaced by writing the letters that differ, in every sort of line, as one thing to undo.
import type { Node } from "prosemirror-model";
import { beforeAll, expect, test } from "vitest";
import { ready } from "../../../document/testing/automerge";
import { newPad, Writer } from "../fuzz/writer";
import { Post } from "../fuzz/post";
import { schema } from "../page/schema";
import { newTable } from "../writing/tables";
import { replaced } from "./replace";
import { searchFor } from "./search";

beforeAll(ready);

const finds = (text: string): ((page: Node) => { from: number; to: number }[]) =>
  searchFor({ text, isWhole: false, matchesCase: false, forgivesAccents: true });

function replacesAll(writer: Writer, text: string, by: string): number {
  const hits = finds(text)(writer.state.doc);
  const transaction = replaced(writer.state, hits, by);
  if (transaction) writer.dispatch(transaction);
  return hits.length;
}

function writes(writer: Writer, blocks: readonly Node[]): void {
  const { state } = writer;
  writer.dispatch(state.tr.replaceWith(0, state.doc.content.size, blocks));
}

const line = (text: string): Node => schema.node("paragraph", null, [schema.text(text)]);

test("all are replaced in every sort of line, and undone as one", () => {
  const writer = new Writer(1, newPad());
  writes(writer, [
    line("un chat et un Chat"),
    schema.node("heading", { level: 2 }, [schema.text("Le chat")]),
    schema.node("item", null, [
      schema.text("cha"),
      schema.text("t gras", [schema.marks.strong.create()]),
    ]),
    schema.node("code", null, [schema.text("chat()\nchat()")]),
    schema.node("callout", null, [schema.text("chat")]),
    newTable([
      [[schema.text("chat")], []],
      [[], [schema.text("le chat")]],
    ]),
    line("fin"),
  ]);
  const before = writer.state.doc;
  expect(replacesAll(writer, "chat", "chien")).toBe(9);
  const text = writer.state.doc.textBetween(0, writer.state.doc.content.size, "|");
  expect(text).not.toMatch(/chat/i);
  expect(text.match(/chien/g)).toHaveLength(9);
  expect(writer.said.toJSON()).toEqual(writer.state.doc.toJSON());
  writer.undoes();
  expect(writer.state.doc.toJSON()).toEqual(before.toJSON());
  expect(writer.said.toJSON()).toEqual(before.toJSON());
  writer.redoes();
  expect(writer.said.textContent.match(/chien/g)).toHaveLength(9);
});

test("letters that stay the same stay whose they were", () => {
  const pad = newPad();
  const [alice, bob] = [new Writer(1, pad), new Writer(2, pad)];
  const post = new Post([alice, bob]);
  writes(alice, [line("la réunion du bureau")]);
  post.deliver(bob, Infinity);
  expect(replacesAll(bob, "reunion", "réunions")).toBe(1);
  expect(bob.state.doc.textContent).toBe("la réunions du bureau");
  const own = Array.from("la réunions du bureau", (_, number) =>
    bob.binding.areOwn(bob.state.doc, number + 1, 1).includes(true),
  );
  expect(own.indexOf(true)).toBe("la réunion".length);
  expect(own.filter(Boolean)).toHaveLength(1);
});

test("what others write into it meanwhile stays, and so does what they marked", () => {
  const pad = newPad();
  const [alice, bob] = [new Writer(1, pad), new Writer(2, pad)];
  const post = new Post([alice, bob]);
  writes(alice, [line("un chat dort, un chat court")]);
  post.deliver(bob, Infinity);
  alice.selects(6);
  alice.types("XY");
  replacesAll(bob, "chat", "chien");
  for (const writer of [alice, bob]) post.deliver(writer, Infinity);
  expect(bob.state.doc.textContent).toContain("XY");
  expect(bob.state.doc.toJSON()).toEqual(alice.state.doc.toJSON());
  bob.undoes();
  expect(bob.state.doc.textContent).toMatch(/^un c?h?a?t?XYc?h?a?t? dort, un chat court$/);
});

test("a replaced word keeps the marks it has", () => {
  const writer = new Writer(1, newPad());
  const strong = schema.marks.strong.create();
  writes(writer, [
    schema.node("paragraph", null, [
      schema.text("un "),
      schema.text("mot", [strong]),
      schema.text(" là"),
    ]),
  ]);
  replacesAll(writer, "mot", "mots");
  expect(writer.said.child(0).child(1).text).toBe("mots");
  replacesAll(writer, "mots", "gros mots");
  expect(writer.said.child(0).child(1).text).toBe("gros mots");
  replacesAll(writer, "gros mots", "");
  expect(writer.said.textContent).toBe("un  là");
});

test("nothing is written where it says so already", () => {
  const writer = new Writer(1, newPad());
  writes(writer, [line("déjà là")]);
  expect(replaced(writer.state, finds("deja")(writer.state.doc), "déjà")).toBeNull();
});
