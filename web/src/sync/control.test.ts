import { cbor } from "@automerge/automerge-repo/slim";
import fc from "fast-check";
import { expect, test } from "vitest";
import { isControl, isFinal, readControl } from "./control";

const lea = { id: "lea", name: "Léa", structure: null, role: "facilitator", peers: ["p1"] };
const pad = {
  id: "d",
  kind: "pad",
  title: "Récolte",
  access: "write",
  archived: false,
  updated: null,
};
const space = {
  id: "s",
  kind: "workshop",
  title: "Jour 1",
  language: "fr",
  role: "facilitator",
  participant: "lea",
  documents: [pad],
  people: [lea],
  code: "bako-lumi-472",
  deletesAt: 1_800_000_000_000,
  shared: false,
  workshop: null,
  reminders: false,
};

const overTheWire = (message: object): unknown => cbor.decode(cbor.encode(message));

test("each message is read as it was sent", () => {
  const messages = [
    { type: "atelier-space", space },
    { type: "atelier-people", space: "s", changed: [lea], gone: ["omar"] },
    { type: "atelier-documents", space: "s", documents: [pad] },
    { type: "atelier-role", space: "s", role: "reader" },
    { type: "atelier-role", space: "s", role: null },
    { type: "atelier-refused", documentId: null, code: "too_large" },
    { type: "atelier-ballot", documentId: "d" },
    { type: "atelier-storage", state: "full" },
    { type: "atelier-alive" },
  ];
  for (const message of messages) {
    const { type, ...fields } = message;
    expect(readControl(overTheWire(message))).toEqual({ kind: type, ...fields });
  }
});

test("news of a round of a vote are counts, never who or what", () => {
  const news = { round: "r", state: "open", voted: 3, done: 1 };
  const message = { type: "atelier-round", documentId: "d", ...news, dots: { b1: 2 } };
  expect(readControl(overTheWire(message))).toEqual({
    kind: "atelier-round",
    documentId: "d",
    news,
  });
  expect(readControl({ ...message, state: "dancing" })).toBeNull();
  expect(readControl({ ...message, voted: "3" })).toBeNull();
});

test("a moment is a number, whatever CBOR made of it", () => {
  const documents = [{ ...pad, updated: 1_795_000_000_000n }];
  expect(readControl({ type: "atelier-documents", space: "s", documents })).toMatchObject({
    documents: [{ updated: 1_795_000_000_000 }],
  });
});

test("a kind of document that a later server knows is left out, the others stay", () => {
  const documents = [{ ...pad, kind: "constellation" }, pad];
  expect(readControl({ type: "atelier-documents", space: "s", documents })).toMatchObject({
    documents: [pad],
  });
});

test("a refusal for a reason of a later server is still a refusal", () => {
  const refusal = readControl({ type: "atelier-refused", documentId: "d", code: "too_poetic" });
  expect(refusal).toEqual({ kind: "atelier-refused", documentId: "d", code: "malformed" });
});

test("only what will never be accepted is final", () => {
  expect(isFinal("read_only")).toBe(true);
  expect(isFinal("busy")).toBe(false);
  expect(isFinal("unknown_dependencies")).toBe(false);
});

test("a message without its fields means nothing", () => {
  for (const type of ["space", "people", "documents", "refused", "storage", "something-else"]) {
    expect(readControl({ type: `atelier-${type}` })).toBeNull();
  }
  expect(readControl({ type: "atelier-role", space: "s", role: "emperor" })).toBeNull();
  expect(
    readControl({ type: "atelier-space", space: { ...space, people: "everybody" } }),
  ).toBeNull();
});

test("whatever comes, reading never throws", () => {
  const kinds = ["space", "people", "documents", "role", "refused", "storage", "alive"].map(
    (kind) => `atelier-${kind}`,
  );
  const message = fc.record({
    type: fc.constantFrom(...kinds),
    space: fc.anything(),
    changed: fc.anything(),
    gone: fc.anything(),
    documents: fc.anything(),
    role: fc.anything(),
    documentId: fc.anything(),
    code: fc.anything(),
    state: fc.anything(),
  });
  fc.assert(
    fc.property(fc.oneof(fc.anything(), message), (strange) => {
      isControl(strange);
      readControl(strange);
    }),
  );
});
