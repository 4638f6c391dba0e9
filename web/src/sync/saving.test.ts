import { describe, expect, test } from "vitest";
import { savingOf, savingOfSent, type Facts, type Saving } from "./saving";

/** Everything written is on the server's disk. */
const calm: Facts = {
  isConnected: true,
  localHeads: ["a"],
  durableHeads: ["a"],
  isKeptHere: true,
  isStorageFull: false,
  isRefused: false,
  access: "write",
};
const typing: Facts = { ...calm, localHeads: ["b"] };
const offline = { isConnected: false };

test("a letter is sent, then saved when the server says it is on its disk", () => {
  expect(savingOf(typing)).toBe("sending");
  expect(savingOf({ ...typing, durableHeads: ["b"] })).toBe("saved");
});

test("a document that is not here yet, or of which the server has said nothing, is being opened", () => {
  expect(savingOf({ ...calm, localHeads: [] })).toBe("loading");
  expect(savingOf({ ...calm, durableHeads: null })).toBe("loading");
});

test("each concurrent head has to be on disk", () => {
  expect(savingOf({ ...calm, localHeads: ["a", "b"] })).toBe("sending");
  expect(savingOf({ ...calm, localHeads: ["a", "b"], durableHeads: ["b", "c", "a"] })).toBe(
    "saved",
  );
});

test("a train goes into a tunnel: what was written there is on this device until it comes out", () => {
  expect(savingOf({ ...calm, ...offline })).toBe("offline");
  expect(savingOf({ ...typing, ...offline })).toBe("device");
  expect(savingOf(typing)).toBe("sending");
  expect(savingOf({ ...typing, durableHeads: ["b"] })).toBe("saved");
});

test("a page opened offline that remembers nothing of the server claims nothing of it", () => {
  expect(savingOf({ ...calm, ...offline, durableHeads: null })).toBe("device");
});

test("a private window never says that something is on this device", () => {
  expect(savingOf({ ...typing, ...offline, isKeptHere: false })).toBe("sending");
  expect(savingOf({ ...calm, ...offline, isKeptHere: false })).toBe("offline");
});

test("a full disk shows only while something waits for it", () => {
  expect(savingOf({ ...calm, isStorageFull: true })).toBe("saved");
  expect(savingOf({ ...typing, isStorageFull: true })).toBe("full");
  expect(savingOf({ ...typing, ...offline, isStorageFull: true })).toBe("device");
});

test("a refusal is never covered by anything else", () => {
  expect(savingOf({ ...calm, isRefused: true })).toBe("refused");
  expect(savingOf({ ...typing, ...offline, isRefused: true })).toBe("refused");
});

test("who only reads is told so, and offline that nothing new comes", () => {
  expect(savingOf({ ...calm, access: "read" })).toBe("read-only");
  expect(savingOf({ ...calm, ...offline, access: "read" })).toBe("offline");
});

test("saved is said exactly when connected, writing, and every head is on disk", () => {
  const choices = [true, false];
  for (const isConnected of choices)
    for (const isKeptHere of choices)
      for (const isStorageFull of choices)
        for (const isRefused of choices)
          for (const durableHeads of [null, [], ["a"], ["b"], ["a", "b"]])
            for (const localHeads of [[], ["a"], ["b"], ["a", "b"]]) {
              const facts = {
                isConnected,
                isKeptHere,
                isStorageFull,
                isRefused,
                durableHeads,
                localHeads,
              };
              const isOnDisk =
                localHeads.length > 0 && localHeads.every((head) => durableHeads?.includes(head));
              const isSaved = savingOf({ ...facts, access: "write" }) === "saved";
              expect(isSaved).toBe(isConnected && !isRefused && isOnDisk);
            }
});

describe("what is sent to the server instead of being written in the document", () => {
  const sent = { isOpen: true, isConnected: true, sending: "none", mayWrite: true } as const;

  test.each<[Saving, Partial<Parameters<typeof savingOfSent>[0]>]>([
    ["saved", {}],
    ["sending", { sending: "sending" }],
    ["device", { sending: "waiting" }],
    ["device", { sending: "sending", isConnected: false }],
    ["offline", { isConnected: false }],
    ["read-only", { mayWrite: false }],
    ["loading", { isOpen: false, sending: "sending" }],
  ])("is %s with %o", (word, facts) => {
    expect(savingOfSent({ ...sent, ...facts })).toBe(word);
  });
});
