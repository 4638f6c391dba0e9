// What any kind can do with its documents: write, take back what is one's own, tell what became of an item.
import * as Automerge from "@automerge/automerge/slim";
import { beforeAll, expect, test } from "vitest";
import { entries, text } from "./fields";
import { historyOf, type Item } from "./history";
import { OpenDocument, type Shape } from "./open-document.svelte";
import { ready } from "./testing/automerge";
import { LoneHandle } from "./testing/lone-handle";

beforeAll(ready);

/** A list of links, each in a place of two parts, with a note that several write. */
type Links = Record<string, { title: string; note: string; place: string }>;

const shape: Shape<Links> = {
  texts: ["note"],
  read: (document) =>
    Object.fromEntries(
      entries((document as Record<string, unknown>)["links"]).map(([id, link]) => [
        id,
        {
          title: text(link["title"], 50),
          note: text(link["note"], 50),
          place: `${text(link["shelf"], 50)}/${text(link["rank"], 50)}`,
        },
      ]),
    ),
};

const item: Item = {
  map: "links",
  id: "one",
  values: ["title", "shelf"],
  texts: ["note"],
  rewritten: ["shelf"],
};

function empty(): Uint8Array {
  const made = Automerge.from<Record<string, unknown>>({ links: {} }, { actor: "00" });
  return Automerge.save(made);
}

function open(saved: Uint8Array, name: string): [OpenDocument<Links>, LoneHandle] {
  const copy = new LoneHandle(saved, name);
  const document = new OpenDocument(copy.handle, name, shape, () => 1_795_000_000_000);
  document.follow();
  return [document, copy];
}

const add = (document: OpenDocument<Links>): void =>
  document.act("added", (pen) => {
    pen.set(["links", "one"], { title: "a", note: "", shelf: "s", rank: "V", deleted: 0 });
  });

const put = (document: OpenDocument<Links>, shelf: string, rank: string): void =>
  document.act("moved", (pen) => {
    pen.setTogether([
      { path: ["links", "one", "shelf"], value: shelf },
      { path: ["links", "one", "rank"], value: rank },
    ]);
  });

test("what belongs together is taken back together, or not at all", () => {
  const [ana, hers] = open(empty(), "ana");
  add(ana);
  const [bob, his] = open(Automerge.save(hers.document), "bob");
  put(ana, "t", "k");
  expect(ana.now["one"]?.place).toBe("t/k");
  expect(ana.undo()).toBe("moved");
  expect(ana.now["one"]?.place).toBe("s/V");
  expect(ana.redo()).toBe("moved");
  his.merge(hers);
  put(bob, "t", "z");
  hers.merge(his);
  // Of Ana's move only the shelf is left as she put it: it is no longer hers to take back.
  expect(ana.undo()).toBe("added");
  expect(ana.now["one"]?.place).toBe("t/z");
});

test("of two moves at once one wins whole", () => {
  const [ana, hers] = open(empty(), "ana");
  add(ana);
  const [bob, his] = open(Automerge.save(hers.document), "bob");
  put(ana, "s", "k");
  put(bob, "t", "V");
  hers.merge(his);
  his.merge(hers);
  expect(["s/k", "t/V"]).toContain(ana.now["one"]?.place);
  expect(bob.now).toEqual(ana.now);
});

test("a text is written by several at once", () => {
  const [ana, hers] = open(empty(), "ana");
  add(ana);
  const [bob, his] = open(Automerge.save(hers.document), "bob");
  ana.act("", (pen) => {
    pen.set(["links", "one", "note"], "hers ");
  });
  bob.act("", (pen) => {
    pen.set(["links", "one", "note"], "his ");
  });
  hers.merge(his);
  expect(ana.now["one"]?.note.split(" ").sort()).toEqual(["", "hers", "his"]);
});

test("the past of an item is told, the latest first, without what stayed as it was", async () => {
  const [ana, hers] = open(empty(), "ana");
  add(ana);
  ana.act("", (pen) => {
    pen.set(["links", "one", "note"], "why");
  });
  put(ana, "t", "k");
  put(ana, "t", "z");
  const events = await historyOf(hers.document, item, new AbortController().signal);
  expect(events.map(({ field, value }) => [field, value])).toEqual([
    ["shelf", "t"],
    ["note", "why"],
    ["created", null],
  ]);
});
