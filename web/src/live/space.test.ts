// @vitest-environment happy-dom
import { expect, test } from "vitest";
import type { PersonView } from "../generated/PersonView";
import type { SpaceView } from "../generated/SpaceView";
import { applied, createSpaceStore, loadCopy } from "./space.svelte";

const lea: PersonView = {
  id: "lea",
  name: "Léa",
  structure: null,
  role: "facilitator",
  peers: ["p1"],
};
const omar: PersonView = {
  id: "omar",
  name: "Omar",
  structure: "La Ruche",
  role: "participant",
  peers: [],
};
const space: SpaceView = {
  id: "s",
  kind: "workshop",
  title: "Jour 1",
  language: "fr",
  role: "facilitator",
  participant: "lea",
  documents: [],
  people: [lea, omar],
  code: null,
  deletesAt: null,
  shared: false,
  workshop: null,
  reminders: false,
  chat: true,
  locked: false,
};

test("people who change keep their place, newcomers come last, those who left are gone", () => {
  const ines = { ...omar, id: "ines", name: "Inès" };
  const next = applied(space, {
    kind: "atelier-people",
    space: "s",
    changed: [{ ...lea, peers: [] }, ines],
    gone: ["omar"],
  });
  expect(next.people.map(({ name, peers }) => [name, peers])).toEqual([
    ["Léa", []],
    ["Inès", []],
  ]);
});

test("news of another space changes nothing", () => {
  expect(
    applied(space, { kind: "atelier-people", space: "other", changed: [], gone: ["lea"] }),
  ).toBe(space);
  expect(applied(space, { kind: "atelier-documents", space: "other", documents: [] })).toBe(space);
  expect(applied(space, { kind: "atelier-space", space: { ...space, id: "other" } })).toBe(space);
});

test("a new role is known at once", () => {
  expect(applied(space, { kind: "atelier-role", space: "s", role: "reader" }).role).toBe("reader");
});

test("who becomes a reader, or is removed, may not write any more", () => {
  const pad = {
    id: "d",
    kind: "pad",
    title: "Récolte",
    access: "write",
    archived: false,
    locked: false,
    updated: null,
  } as const;
  for (const role of ["reader", null] as const) {
    const next = applied(
      { ...space, documents: [pad] },
      { kind: "atelier-role", space: "s", role },
    );
    expect(next.documents[0]?.access).toBe("read");
  }
});

test("people keep their colour when others leave, and neighbours have different ones", () => {
  const store = createSpaceStore(space);
  const [first, second] = [store.hue("lea"), store.hue("omar")];
  store.apply({ kind: "atelier-people", space: "s", changed: [], gone: ["lea"] });
  store.apply({ kind: "atelier-people", space: "s", changed: [{ ...omar, id: "ines" }], gone: [] });
  expect(store.hue("omar")).toBe(second);
  expect(new Set([first, second, store.hue("ines")]).size).toBe(3);
});

test("a connection tells who it is while it lasts", () => {
  const store = createSpaceStore(space);
  const speaker = { participant: "lea", peer: "p1" };
  expect(store.personOf(speaker)).toEqual(lea);
  expect(store.personOf({ ...speaker, participant: "omar" })).toBeNull();
  store.apply({ kind: "atelier-people", space: "s", changed: [{ ...lea, peers: [] }], gone: [] });
  expect(store.personOf(speaker)).toBeNull();
});

test("a page opened again offline shows what was last known, with nobody present", () => {
  createSpaceStore(space).apply({ kind: "atelier-space", space: { ...space, title: "Jour 2" } });
  const copy = loadCopy("s");
  expect(copy?.title).toBe("Jour 2");
  expect(copy?.people.map(({ name, peers }) => [name, peers])).toEqual([
    ["Léa", []],
    ["Omar", []],
  ]);
});

test("a copy that makes no sense is no copy", () => {
  localStorage.setItem("atelier-space-s", '{"id":"s"');
  expect(loadCopy("s")).toBeNull();
  localStorage.setItem("atelier-space-s", '{"id":"s"}');
  expect(loadCopy("s")).toBeNull();
  expect(loadCopy("never-seen")).toBeNull();
});

test("a document of a kind that this page does not know stays in the copy of this device", () => {
  const strange = {
    id: "d",
    kind: "constellation",
    title: "Étoiles",
    access: "read",
    archived: false,
    locked: false,
    updated: null,
  } as const;
  createSpaceStore({ ...space, documents: [strange] });
  expect(loadCopy("s")?.documents).toEqual([strange]);
});
