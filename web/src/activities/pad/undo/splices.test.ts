import { Fragment, Slice } from "prosemirror-model";
import { Mapping, ReplaceStep } from "prosemirror-transform";
import { expect, test } from "vitest";
import { schema } from "../page/schema";
import { SplicesStep } from "./splices";

const gone = (from: number, to: number) => new ReplaceStep(from, to, Slice.empty);
const come = (at: number, text: string) =>
  new ReplaceStep(at, at, new Slice(Fragment.from(schema.text(text)), 0, 0));

/** Where a position is after several ranges went and some text came back for them. */
function found(position: number, back: SplicesStep): number {
  const away = new SplicesStep([gone(1, 3), gone(5, 8)]);
  return new Mapping([away.getMap(), back.getMap()], [0, 1]).map(position);
}

test("what went in ranges comes back to its places", () => {
  const back = new SplicesStep([come(1, "ab"), come(3, "efg")]);
  expect([1, 2, 6, 7].map((position) => found(position, back))).toEqual([1, 2, 6, 7]);
});

test("what comes back in fewer or shorter ranges is found at their ends", () => {
  expect([2, 6, 7].map((position) => found(position, new SplicesStep([come(1, "ab")])))).toEqual([
    2, 3, 3,
  ]);
  expect(found(7, new SplicesStep([come(1, "a"), come(2, "e")]))).toBe(4);
});
