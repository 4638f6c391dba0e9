// Takes out of a WebAssembly module what nobody asks of it: its names, some of its exports, and the code of all functions that
// cannot be reached then. Functions keep their numbers: nothing else has to be written anew.
import { namedIn } from "./calls.ts";
import { Reader } from "./reader.ts";
import { exportsIn, importedFunctions, namedByGlobals, namedByTables } from "./roots.ts";
import { KIND, listBytes, moduleOf, sectionsOf, withLength, type Section } from "./sections.ts";

/** The code of a function that ends the program: it has no locals. */
const NOWHERE = Uint8Array.of(0x00, 0x00, 0x0b);

/** The module without these exports. Throws when it lacks one of them, or holds something that is not known here. */
export function shaken(module: Uint8Array, unwanted: ReadonlySet<string>): Uint8Array {
  const sections = sectionsOf(module).filter(({ kind }) => kind !== KIND.custom);
  const all = exportsIn(bodyOf(sections, KIND.exports));
  const kept = all.filter(({ name }) => !unwanted.has(name));
  if (kept.length + unwanted.size !== all.length)
    throw new Error("the WebAssembly does not export all that is to be taken out of it");
  const roots = kept.filter(({ isFunction }) => isFunction).map(({ index }) => index);
  const replaced = new Map<number, Uint8Array>([
    [KIND.exports, listBytes(kept.map(({ bytes }) => bytes))],
    [KIND.code, codeReachedFrom([...roots, ...otherRoots(sections)], sections)],
  ]);
  const written = sections.map(({ kind, body }) => ({ kind, body: replaced.get(kind) ?? body }));
  return moduleOf(module, written);
}

function otherRoots(sections: readonly Section[]): number[] {
  const started = sections.filter(({ kind }) => kind === KIND.start);
  return [
    ...started.map(({ body }) => new Reader(body).number()),
    ...namedByGlobals(bodyOf(sections, KIND.globals)),
    ...namedByTables(bodyOf(sections, KIND.elements)),
  ];
}

/** The section of code, in which what cannot be reached from these functions leads nowhere. */
function codeReachedFrom(roots: readonly number[], sections: readonly Section[]): Uint8Array {
  const first = importedFunctions(bodyOf(sections, KIND.imports));
  const reader = new Reader(bodyOf(sections, KIND.code));
  const functions = reader.list(() => reader.bytes());
  const reached = new Set(roots);
  // A set grows while it is gone through.
  for (const index of reached) {
    const code = functions[index - first];
    for (const named of code ? namedInFunction(code) : []) reached.add(named);
  }
  const written = functions.map((code, at) => (reached.has(at + first) ? code : NOWHERE));
  return listBytes(written.map(withLength));
}

function namedInFunction(code: Uint8Array): number[] {
  const reader = new Reader(code);
  // Locals: how many there are of each type.
  reader.list(() => reader.skipNumbers(2));
  const named = namedIn(reader);
  if (!reader.isAtEnd) throw new Error("the code of a function goes on after its end");
  return named;
}

/** What is in a section; a list of nothing when there is none. */
function bodyOf(sections: readonly Section[], wanted: number): Uint8Array {
  return sections.find(({ kind }) => kind === wanted)?.body ?? listBytes([]);
}
