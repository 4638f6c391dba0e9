import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import * as Automerge from "@automerge/automerge/slim";
import { expect, test } from "vitest";
import { UNWANTED_EXPORTS } from "../automerge.ts";
import { sectionsOf } from "./sections.ts";
import { shaken } from "./shake.ts";

const HEADER = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
const name = (text: string): number[] => [text.length, ...Buffer.from(text)];
const section = (kind: number, ...body: number[]): number[] => [kind, body.length, ...body];

/** The code of five functions, each a list. */
const CODE = [
  [7, 0, 0x02, 0x7f, 0x10, 1, 0x0b, 0x0b],
  [4, 0, 0x41, 7, 0x0b],
  [4, 0, 0x41, 8, 0x0b],
  [4, 0, 0x10, 4, 0x0b],
  [4, 0, 0x41, 9, 0x0b],
];
const NOWHERE = [3, 0, 0x00, 0x0b];

/** The first function, 'kept', calls the second; the fourth, 'gone', calls the last; a table holds the third. */
const small = Uint8Array.from([
  ...HEADER,
  ...section(1, 1, 0x60, 0, 1, 0x7f),
  ...section(3, 5, 0, 0, 0, 0, 0),
  ...section(4, 1, 0x70, 0, 1),
  ...section(7, 2, ...name("kept"), 0, 0, ...name("gone"), 0, 3),
  ...section(9, 1, 0, 0x41, 0, 0x0b, 1, 2),
  ...section(10, 5, ...CODE.flat()),
  ...section(0, ...name("name"), 1, 2, 3),
]);

const automerge = readFileSync(
  createRequire(import.meta.url).resolve("@automerge/automerge/automerge.wasm"),
);

async function compiled(bytes: Uint8Array): Promise<WebAssembly.Module> {
  return WebAssembly.compile(new Uint8Array(bytes));
}

test("what can be reached stays, what cannot leads nowhere", async () => {
  const left = shaken(small, new Set(["gone"]));
  const { exports } = await WebAssembly.instantiate(await compiled(left));
  expect(Object.keys(exports)).toEqual(["kept"]);
  expect((exports["kept"] as () => number)()).toBe(7);
  const code = sectionsOf(left).find(({ kind }) => kind === 10)?.body ?? [];
  expect([...code]).toEqual([5, ...CODE.slice(0, 3), NOWHERE, NOWHERE].flat());
  expect(sectionsOf(left).some(({ kind }) => kind === 0)).toBe(false);
});

test("what is taken out has to be there", () => {
  expect(() => shaken(small, new Set(["never"]))).toThrow("does not export");
});

test("a module that is cut is no module", () => {
  expect(() => shaken(small.subarray(0, -1), new Set(["gone"]))).toThrow("cut");
  expect(() => shaken(Uint8Array.from([...HEADER, 7, 0x80]), new Set())).toThrow("cut");
});

test("an instruction that is not known is no reason to guess", () => {
  const odd = small.map((byte) => (byte === 0x10 ? 0xff : byte));
  expect(() => shaken(odd, new Set(["gone"]))).toThrow("0xff");
});

test("Automerge is a fifth shorter, and does all that is asked of it here", async () => {
  const left = shaken(automerge, UNWANTED_EXPORTS);
  expect(left.length).toBeLessThan(0.8 * automerge.length);
  const names = (module: WebAssembly.Module): string[] =>
    WebAssembly.Module.exports(module).map(({ name }) => name);
  const [before, after] = [await compiled(automerge), await compiled(left)].map(names);
  expect(after).toEqual(before?.filter((one) => !UNWANTED_EXPORTS.has(one)));

  await Automerge.initializeWasm(new Uint8Array(left));
  let ours = Automerge.from({ title: "un", items: ["a"] });
  ours = Automerge.change(ours, (draft) => {
    Automerge.splice(draft, ["title"], 2, 0, " deux");
    draft.items.push("b");
  });
  let theirs = Automerge.init<typeof ours>();
  let [toThem, toUs] = [Automerge.initSyncState(), Automerge.initSyncState()];
  for (let round = 0; round < 5; round++) {
    const [heard, message] = Automerge.generateSyncMessage(ours, toThem);
    toThem = heard;
    if (message) [theirs, toUs] = Automerge.receiveSyncMessage(theirs, toUs, message);
    const [answered, answer] = Automerge.generateSyncMessage(theirs, toUs);
    toUs = answered;
    if (answer) [ours, toThem] = Automerge.receiveSyncMessage(ours, toThem, answer);
  }
  const kept = Automerge.load<typeof ours>(Automerge.save(theirs));
  expect(Automerge.toJS(kept)).toEqual({ title: "un deux", items: ["a", "b"] });
});
