import type { Message } from "@automerge/automerge-repo/slim";
import { expect, test } from "vitest";
import { attributed, speakerOf } from "./speaker";

const said = (fields: object): Message => ({ type: "ephemeral", ...fields }) as Message;

test("a message is from whom the server says, by the socket its sender says", () => {
  const named = attributed(said({ participant: "lea", senderId: "peer/1" }));
  expect(named && speakerOf(named.senderId)).toEqual({ participant: "lea", peer: "peer/1" });
});

test("what the server did not name is nobody's", () => {
  expect(attributed(said({ senderId: "peer" }))).toBeNull();
  expect(attributed(said({ senderId: "peer", participant: 1 }))).toBeNull();
});

test("other messages stay as they are", () => {
  const sync = { type: "sync", senderId: "server" } as Message;
  expect(attributed(sync)).toBe(sync);
});
