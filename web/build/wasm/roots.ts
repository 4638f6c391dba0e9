// Which functions of a WebAssembly module can be reached from outside its code.
import { namedIn } from "./calls.ts";
import { Reader } from "./reader.ts";

/** What an export or an import is. */
const WHAT = { function: 0, table: 1, memory: 2, global: 3, tag: 4 } as const;

export type Export = { name: string; isFunction: boolean; index: number; bytes: Uint8Array };

export function exportsIn(section: Uint8Array): Export[] {
  const reader = new Reader(section);
  return reader.list(() => {
    const from = reader.at;
    const name = reader.text();
    const isFunction = reader.byte() === WHAT.function;
    const index = reader.number();
    return { name, isFunction, index, bytes: section.subarray(from, reader.at) };
  });
}

/** How many functions are imported: they have the first numbers. */
export function importedFunctions(section: Uint8Array): number {
  const reader = new Reader(section);
  return reader.list(() => skipImport(reader)).filter((what) => what === WHAT.function).length;
}

function skipImport(reader: Reader): number {
  reader.bytes();
  reader.bytes();
  const what = reader.byte();
  // A table begins with the type of what is in it.
  if (what === WHAT.table) reader.byte();
  if (what === WHAT.table || what === WHAT.memory) reader.skipNumbers(reader.byte() & 1 ? 2 : 1);
  else reader.skipNumbers(what === WHAT.function ? 1 : 2);
  return what;
}

/** The functions that the first values of globals name. */
export function namedByGlobals(section: Uint8Array): number[] {
  const reader = new Reader(section);
  return reader
    .list(() => {
      reader.skipNumbers(2);
      return namedIn(reader);
    })
    .flat();
}

/** The functions that tables hold: any of them may be called by its place there. */
export function namedByTables(section: Uint8Array): number[] {
  const reader = new Reader(section);
  return reader.list(() => namedByElements(reader)).flat();
}

function namedByElements(reader: Reader): number[] {
  const flags = reader.number();
  const [isPassive, isExplicit, isExpressions] = [flags & 1, flags & 2, flags & 4];
  const placed: number[] = [];
  if (!isPassive) {
    if (isExplicit) reader.number();
    placed.push(...namedIn(reader));
  }
  if (isPassive || isExplicit) reader.byte();
  const held = reader.list(() => (isExpressions ? namedIn(reader) : [reader.number()]));
  return [...placed, ...held.flat()];
}
