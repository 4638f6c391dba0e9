// Comments on passages: read as the server reads them, and holding on to their words whatever people do.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as Automerge from "@automerge/automerge/slim";
import { TextSelection } from "prosemirror-state";
import { beforeAll, expect, test } from "vitest";
import { Pen } from "../../../document/pen";
import { ready } from "../../../document/testing/automerge";
import { read } from "../binding/document";
import type { PadDocument } from "../binding/pad-document";
import { passagesIn } from "../binding/passages";
import { Dice } from "../fuzz/dice";
import { newPad, Writer } from "../fuzz/writer";
import { schema } from "../page/schema";
import type { Comment } from "./contract";
import { comment, reply, resolve, reword, takeBack } from "./document/gestures";
import { readComments } from "./document/read";
import { findWords } from "./find";
import { newest } from "./newest";

beforeAll(ready);

const FOLDER = join(import.meta.dirname, "../../../../../crdt/golden");

/** A pad with a place for comments, and this text, as one person has it. */
function begun(text: string): Uint8Array {
  const pad = Automerge.load<Record<string, unknown>>(newPad(), "0f".repeat(16));
  const whole = Automerge.change(pad, (draft) => {
    draft["comments"] = {};
    Automerge.splice(draft, ["body"], 1, 0, text);
  });
  return Automerge.save(whole);
}

function remark(writer: Writer, id: string, from: number, to: number): boolean {
  const page = writer.state.doc;
  return writer.binding.mark(page, [[id, { from, to }]], (draft) => {
    const pen = new Pen(draft as Record<string, unknown>, 1_000, "ana");
    comment(pen, id, page.textBetween(from, to, "\n"), "Vraiment ?");
  });
}

const commentsOf = (writer: Writer): Comment[] => readComments(writer.document.comments);

/** The words of each passage. */
function passages(document: Automerge.Doc<PadDocument>): Record<string, string> {
  const { page, headless } = read(document);
  const found = Array.from(passagesIn(document, page, headless), ([id, { from, to }]) => [
    id,
    page.textBetween(from, to, "\n"),
  ]);
  return Object.fromEntries(found) as Record<string, string>;
}

test("the golden document is read as its json says", () => {
  const bytes = readFileSync(join(FOLDER, "pad-from-server-with-comments.automerge"));
  const json = readFileSync(join(FOLDER, "pad-from-server-with-comments.json"), "utf8");
  const pad = Automerge.load<PadDocument>(bytes);
  const words = passages(pad);
  const said = readComments(pad.comments).map(({ actor, replies, ...rest }) => {
    expect(actor).toBe("02".repeat(16));
    return {
      ...rest,
      passage: words[rest.id] ?? null,
      replies: replies.map(({ by, at, edited, deleted, text }) => ({
        by,
        at,
        edited,
        deleted,
        text,
      })),
    };
  });
  expect(said).toEqual(JSON.parse(json));
});

test("a passage keeps its letters whatever two people write at once", () => {
  for (let seed = 0; seed < 60; seed++) {
    const dice = new Dice(seed);
    const pad = begun("ABCDEFGHIJKLMNOP");
    const [ana, bob] = [new Writer(1, pad), new Writer(2, pad)];
    expect(remark(ana, "c", 6, 11)).toBe(true);
    bob.hears(ana.sent);
    for (const writer of [ana, bob]) for (let deed = 0; deed < 6; deed++) scribble(writer, dice);
    ana.hears(bob.sent);
    bob.hears(ana.sent);
    const left = Array.from(ana.state.doc.textContent).filter((letter) => "FGHIJ".includes(letter));
    const kept = (passages(ana.document)["c"] ?? "").replace(/[^A-Z]/g, "");
    expect(kept, `seed ${String(seed)}`).toBe(left.join(""));
    expect(passages(bob.document)).toEqual(passages(ana.document));
    expect(commentsOf(bob)).toEqual(commentsOf(ana));
  }
});

function scribble(writer: Writer, dice: Dice): void {
  const { tr } = writer.state;
  const size = writer.state.doc.content.size - 1;
  const from = 1 + dice.below(size);
  const to = Math.min(size, from + dice.below(3));
  writer.dispatch(dice.once(2) ? tr.delete(from, to) : tr.insertText("xy", from));
}

test("taking back what one typed leaves what was said", () => {
  const ana = new Writer(1, begun("Le pain est bon."));
  ana.dispatch(ana.state.tr.insertText("Oui : ", 1));
  remark(ana, "c", 10, 14);
  ana.undoes();
  expect(passages(ana.document)).toEqual({ c: "pain" });
  expect(commentsOf(ana).map(({ text }) => text)).toEqual(["Vraiment ?"]);
});

test("words are found again where they came back once", () => {
  const lines = ["Le pain", "et le vin", "et le vin"].map((line) =>
    schema.node("paragraph", null, schema.text(line)),
  );
  const page = schema.node("doc", null, lines);
  const whole = { from: 0, to: page.content.size };
  const found = (words: string): string | null => {
    const place = findWords(page, whole, words);
    return place && page.textBetween(place.from, place.to, "\n");
  };
  expect(found("pain")).toBe("pain");
  expect(found("pain\net")).toBe("pain\net");
  expect(found("vin")).toBeNull();
  expect(found("fromage")).toBeNull();
});

test("what is said is answered, said otherwise, settled and taken back", () => {
  const ana = new Writer(1, begun("Le pain est bon."));
  remark(ana, "c", 4, 8);
  let map: unknown = ana.document.comments;
  const does = (
    gesture: (pen: Pen, comment: Comment) => void,
    now = 2_000,
  ): Comment | undefined => {
    const [of] = readComments(map);
    if (!of) throw new Error("nothing was said");
    const root = Automerge.from<Record<string, unknown>>({
      comments: JSON.parse(JSON.stringify(map)) as unknown,
    });
    const done = Automerge.change(root, (draft) => gesture(new Pen(draft, now, "bob"), of));
    map = done["comments"];
    return readComments(map)[0];
  };
  expect(does((pen, of) => reply(pen, of, "Oui."))?.replies[0]).toMatchObject({
    by: "bob",
    text: "Oui.",
  });
  expect(does((pen, of) => reword(pen, of, "c", "Si ?"))).toMatchObject({
    text: "Si ?",
    edited: 2_000,
  });
  expect(does((pen, of) => resolve(pen, of, true))).toMatchObject({
    resolved: 2_000,
    resolvedBy: "bob",
  });
  expect(does((pen, of) => resolve(pen, of, false))).toMatchObject({ resolved: 0, resolvedBy: "" });
  expect(does((pen, of) => takeBack(pen, of, "c"))).toMatchObject({ text: "", deleted: 2_000 });
  expect(does((pen, of) => takeBack(pen, of, of.replies[0]?.id ?? ""))).toBeUndefined();
});

test("only what is new is announced", () => {
  const one = (id: string): Comment => ({
    id,
    actor: "",
    by: "ana",
    at: 1,
    edited: 0,
    deleted: 0,
    text: id,
    quote: "",
    resolved: 0,
    resolvedBy: "",
    replies: [],
  });
  const first = newest([one("a")], undefined);
  expect(first.said).toBeNull();
  expect(newest([one("a"), one("b")], first.keys).said?.id).toBe("b");
  expect(newest([one("a")], first.keys).said).toBeNull();
});

test("a selection over several lines is one passage", () => {
  const ana = new Writer(1, begun("Le pain"));
  const { tr } = ana.state;
  ana.dispatch(tr.split(4).setSelection(TextSelection.create(tr.doc, 1)));
  remark(ana, "c", 1, 8);
  expect(passages(ana.document)["c"]).toBe("Le \npa");
});
