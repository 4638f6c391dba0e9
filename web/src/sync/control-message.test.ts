import { cbor } from "@automerge/automerge-repo/slim";
import fc from "fast-check";
import { expect, test } from "vitest";
import { isControlMessage, readControlMessage } from "./control-message";

const lea = { id: "lea", name: "Léa", structure: null, role: "facilitator", peers: ["p1"] };
const pad = {
  id: "d",
  kind: "pad",
  title: "Récolte",
  access: "write",
  archived: false,
  locked: false,
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
  chat: true,
  locked: false,
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
    { type: "atelier-news", documentId: "d", news: { type: "ballot" } },
    { type: "atelier-storage", state: "full" },
    { type: "atelier-alive" },
  ];
  for (const message of messages) {
    const { type, ...fields } = message;
    expect(readControlMessage(overTheWire(message))).toEqual({ kind: type, ...fields });
  }
});

test("news of a document are passed on as they are, once they say what type they are of", () => {
  const news = { type: "of a later server", strange: [1] };
  const message = { type: "atelier-news", documentId: "d", news };
  expect(readControlMessage(overTheWire(message))).toEqual({
    kind: "atelier-news",
    documentId: "d",
    news,
  });
  expect(readControlMessage({ ...message, news: { strange: [1] } })).toBeNull();
  expect(readControlMessage({ ...message, documentId: 7 })).toBeNull();
});

test("a moment is a number, whatever CBOR made of it", () => {
  const documents = [{ ...pad, updated: 1_795_000_000_000n }];
  expect(readControlMessage({ type: "atelier-documents", space: "s", documents })).toMatchObject({
    documents: [{ updated: 1_795_000_000_000 }],
  });
});

test("a kind of document that only a later server knows is listed all the same", () => {
  const documents = [{ ...pad, kind: "constellation" }, pad];
  const message = { type: "atelier-documents", space: "s", documents };
  expect(readControlMessage(message)).toMatchObject({ documents });
  expect(readControlMessage({ ...message, documents: [{ ...pad, kind: 7 }] })).toMatchObject({
    documents: [],
  });
});

test("a refusal for a reason of a later server is still a refusal", () => {
  const refusal = readControlMessage({
    type: "atelier-refused",
    documentId: "d",
    code: "too_poetic",
  });
  expect(refusal).toEqual({ kind: "atelier-refused", documentId: "d", code: "malformed" });
});

test("a message without its fields means nothing", () => {
  for (const type of [
    "space",
    "people",
    "documents",
    "refused",
    "news",
    "storage",
    "something-else",
  ]) {
    expect(readControlMessage({ type: `atelier-${type}` })).toBeNull();
  }
  expect(readControlMessage({ type: "atelier-role", space: "s", role: "emperor" })).toBeNull();
  expect(
    readControlMessage({ type: "atelier-space", space: { ...space, people: "everybody" } }),
  ).toBeNull();
});

test("whatever comes, reading never throws", () => {
  const kinds = ["space", "people", "documents", "role", "refused", "news", "storage", "alive"].map(
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
    news: fc.anything(),
    state: fc.anything(),
  });
  fc.assert(
    fc.property(fc.oneof(fc.anything(), message), (strange) => {
      isControlMessage(strange);
      readControlMessage(strange);
    }),
  );
});
