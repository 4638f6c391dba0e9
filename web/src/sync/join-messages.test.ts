import {
  decodeSyncMessage,
  encodeSyncMessage,
  from,
  change,
  getHeads,
  getLastLocalChange,
  init,
  applyChanges,
  type Doc,
} from "@automerge/automerge";
import type { Message, PeerId } from "@automerge/automerge-repo/slim";
import { expect, test } from "vitest";
import { joinMessages } from "./join-messages";

type Text = { words: string[] };

const sync = (doc: Doc<Text>): Message => {
  const last = getLastLocalChange(doc);
  const data = encodeSyncMessage({
    heads: getHeads(doc),
    need: [],
    have: [],
    changes: last ? [last] : [],
  });
  return { type: "sync", senderId: "server" as PeerId, targetId: "us" as PeerId, data };
};

test("many sync messages become one that brings all changes and tells the last heads", () => {
  let doc = from<Text>({ words: ["un"] });
  const one = sync(doc);
  doc = change(doc, ({ words }) => words.push("deux"));
  const two = sync(doc);
  doc = change(doc, ({ words }) => words.push("trois"));
  const three = sync(doc);
  const caret = { type: "ephemeral", senderId: "server" as PeerId } as Message;
  const joined = joinMessages([one, caret, two, three]);
  expect(joined.map(({ type }) => type)).toEqual(["sync", "ephemeral"]);
  const { heads, changes } = decodeSyncMessage(joined[0]?.data ?? new Uint8Array());
  expect(heads).toEqual(getHeads(doc));
  const [read] = applyChanges(init<Text>(), changes);
  expect(read.words).toEqual(["un", "deux", "trois"]);
});

test("what cannot be read is left as it is", () => {
  const damaged = { ...sync(from<Text>({ words: [] })), data: new Uint8Array([7]) };
  expect(joinMessages([damaged, damaged])).toEqual([damaged, damaged]);
});
