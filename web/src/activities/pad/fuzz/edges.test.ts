// What is taken out over the edge of a table and put back: whatever others wrote meanwhile stays theirs.
import type { Node } from "prosemirror-model";
import type { Transaction } from "prosemirror-state";
import { beforeAll, expect, test } from "vitest";
import { ready } from "../../../document/testing/automerge";
import { schema } from "../page/schema";
import { emptied } from "../writing/cells";
import { newTable } from "../writing/tables";
import { Post } from "./post";
import { newPad, Writer } from "./writer";

beforeAll(ready);

const line = (text: string): Node => schema.node("paragraph", null, [schema.text(text)]);

/** A table between two lines, all written by Alice; Bob has it too. */
function world(): { alice: Writer; bob: Writer; meet: () => void } {
  const pad = newPad();
  const [alice, bob] = [new Writer(1, pad), new Writer(2, pad)];
  const post = new Post([alice, bob]);
  const meet = (): void => {
    post.deliver(alice, Infinity);
    post.deliver(bob, Infinity);
  };
  const rows = [
    ["aa", "bb"],
    ["cc", "dd"],
  ].map((row) => row.map((text) => [schema.text(text)]));
  const { state } = alice;
  alice.dispatch(
    state.tr.replaceWith(0, state.doc.content.size, [line("avant"), newTable(rows), line("après")]),
  );
  meet();
  return { alice, bob, meet };
}

/** The place so many letters behind the beginning of a text. */
function placeIn(page: Node, text: string, offset: number): number {
  let place = -1;
  page.descendants((node, position) => {
    if (node.isTextblock && node.textContent.includes(text))
      place = position + 1 + node.textContent.indexOf(text) + offset;
  });
  return place;
}

/** Which letters of the page a writer did not write. */
function foreignTo({ binding, state: { doc } }: Writer): string {
  let letters = "";
  doc.descendants((node, position) => {
    if (!node.isTextblock) return;
    binding.areOwn(doc, position + 1, node.content.size).forEach((isOwn, offset) => {
      if (!isOwn) letters += node.textContent.charAt(offset);
    });
  });
  return letters;
}

const WAYS: readonly [string, (writer: Writer) => Transaction][] = [
  ["keys", (writer) => emptied(writer.state)],
  ["a browser, or words that are dragged elsewhere", ({ state }) => state.tr.deleteSelection()],
];

const EDGES = [
  ["avant", "aa"],
  ["aa", "bb"],
  ["aa", "dd"],
  ["bb", "cc"],
  ["dd", "après"],
  ["avant", "après"],
] as const;

for (const [way, takesOut] of WAYS) {
  test.each(EDGES)(`taken out by ${way} from %s to %s, and put back`, (from, to) => {
    const { alice, bob, meet } = world();
    const page = alice.state.doc;
    alice.selects(placeIn(page, from, 1), placeIn(page, to, 1));
    alice.dispatch(takesOut(alice));
    meet();
    const places: number[] = [];
    bob.state.doc.descendants((node, position) => {
      if (node.isTextblock) places.push(position + 1 + node.content.size);
    });
    for (const place of places.reverse()) {
      bob.selects(place);
      bob.types("Z");
    }
    meet();
    const written = places.length;
    expect(foreignTo(alice)).toBe("Z".repeat(written));
    alice.undoes();
    meet();
    expect(foreignTo(alice)).toBe("Z".repeat(written));
    expect(foreignTo(bob).includes("Z")).toBe(false);
    expect(bob.state.doc.toJSON()).toEqual(alice.state.doc.toJSON());
  });
}
