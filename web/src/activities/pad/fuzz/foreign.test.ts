// What an undo is asked for in the fuzz: would it be noticed that a word of somebody else is gone?
import * as Automerge from "@automerge/automerge/slim";
import { beforeAll, expect, test } from "vitest";
import { ready } from "../../../document/testing/automerge";
import { BODY, type PadDoc } from "../binding/body";
import { foreignErased } from "./foreign";
import { newPad, Writer } from "./writer";

beforeAll(ready);

/** A pad in which Ana wrote `ana` and then Bob, who has it, `bob` behind it. */
function bobsPad(): PadDoc {
  const [ana, bob] = [new Writer(1, newPad()), new Writer(2, newPad())];
  ana.types("ana");
  bob.hears(ana.sent);
  bob.selects(bob.state.doc.content.size - 1);
  bob.types("bob");
  return bob.document;
}

const without = (document: PadDoc, start: number, length: number): PadDoc =>
  Automerge.change(document, (draft) => {
    Automerge.splice(draft, BODY, start, length, "");
  });

test("what one wrote oneself may go", () => {
  const before = bobsPad();
  expect(before.body).toBe("\ufffcanabob");
  expect(foreignErased(before, without(before, 4, 3))).toEqual([]);
});

test("each character of somebody else is named", () => {
  const before = bobsPad();
  expect(foreignErased(before, without(before, 2, 4))).toHaveLength(2);
});

test("the places are those before the change, whatever else it does", () => {
  const before = bobsPad();
  const written = Automerge.change(before, (draft) => {
    Automerge.splice(draft, BODY, 1, 0, "devant");
  });
  expect(foreignErased(before, without(written, 9, 2))).toHaveLength(1);
});
