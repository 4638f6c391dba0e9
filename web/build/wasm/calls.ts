// Which functions the code of a function names: those it calls, and those it takes the address of.
import type { Reader } from "./reader.ts";

const END = 0x0b;
const CALLS = [0x10, 0x12];
const TAKES_ADDRESS = 0xd2;
const OPENS_BLOCK = [0x02, 0x03, 0x04, 0x06];
/** `try_table`, whose handlers are a list, and `delegate`, which is an end of its own. */
const OPENS_HANDLED = 0x1f;
const DELEGATES = 0x18;

/** How many numbers follow an instruction; none follow the others up to the last of arithmetic. */
const NUMBERS: Readonly<Record<number, number>> = {
  ...repeated(1, [0x07, 0x08, 0x09, 0x0c, 0x0d, DELEGATES, 0xd0]),
  ...repeated(2, [0x11, 0x13]),
  ...repeated(1, [...OPENS_BLOCK, ...range(0x20, 0x26)]),
  // Where in the memory: an alignment and an offset.
  ...repeated(2, range(0x28, 0x3e)),
  ...repeated(1, [0x3f, 0x40, 0x41, 0x42]),
};
const WITHOUT: ReadonlySet<number> = new Set([
  ...[0x00, 0x01, 0x05, 0x0a, END, 0x0f, 0x19, 0x1a, 0x1b, 0xd1],
  ...range(0x45, 0xc4),
]);
/** The same of those that begin with 0xfc. */
const LONG_NUMBERS = [0, 0, 0, 0, 0, 0, 0, 0, 2, 1, 2, 1, 2, 1, 2, 1, 1, 1];

/** The functions that an expression names, in its order. Throws at an instruction that is not known here. */
export function namedIn(code: Reader): number[] {
  const named: number[] = [];
  for (let depth = 1; depth > 0;) {
    const instruction = code.byte();
    if (CALLS.includes(instruction) || instruction === TAKES_ADDRESS) named.push(code.number());
    else skipOperands(code, instruction);
    depth += deeper(instruction);
  }
  return named;
}

function deeper(instruction: number): number {
  if (instruction === END || instruction === DELEGATES) return -1;
  return OPENS_BLOCK.includes(instruction) || instruction === OPENS_HANDLED ? 1 : 0;
}

function skipOperands(code: Reader, instruction: number): void {
  const numbers = NUMBERS[instruction];
  if (numbers !== undefined) code.skipNumbers(numbers);
  else if (instruction === OPENS_HANDLED) skipHandlers(code);
  else if (instruction === 0x0e) code.skipNumbers(code.number() + 1);
  else if (instruction === 0x1c) code.skipNumbers(code.number());
  else if (instruction === 0x43) code.skip(4);
  else if (instruction === 0x44) code.skip(8);
  else if (instruction === 0xfc) code.skipNumbers(longNumbers(code.number()));
  else if (!WITHOUT.has(instruction)) throw unknown(instruction);
}

/** Each catches one tag and names it, or all; each names where it goes on. */
function skipHandlers(code: Reader): void {
  code.skipNumbers(1);
  code.list(() => code.skipNumbers(code.byte() < 2 ? 2 : 1));
}

function longNumbers(instruction: number): number {
  const numbers = LONG_NUMBERS[instruction];
  if (numbers === undefined) throw unknown(0xfc00 + instruction);
  return numbers;
}

function unknown(instruction: number): Error {
  return new Error(`the WebAssembly has the instruction 0x${instruction.toString(16)}`);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}

function repeated(numbers: number, instructions: number[]): Record<number, number> {
  return Object.fromEntries(instructions.map((instruction) => [instruction, numbers]));
}
