// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { card } from "../filter/sample";
import type { Desk } from "./desk";
import { deedOf, type Keyed } from "./letters";

/** A desk that only notes what it is asked. */
function keyed(more: Partial<Keyed>, editable = true): { asked: string[]; keyed: Keyed } {
  const asked: string[] = [];
  const desk = {
    editable,
    participant: "ana",
    act: (words: string) => void asked.push(words),
    open: (id: string) => void asked.push(`open ${id}`),
    askWhere: (ids: readonly string[]) => void asked.push(`where ${ids.join()}`),
  } as unknown as Desk;
  const choose = (id: string): void => void asked.push(`choose ${id}`);
  return { asked, keyed: { desk, card: undefined, cards: [], choose, ...more } };
}

test("letters are about the card one is on, or all that are chosen", () => {
  const one = keyed({ card: card("k"), cards: ["k"] });
  for (const key of ["e", "x", "m"]) deedOf(key, one.keyed)?.();
  expect(one.asked).toEqual(["open k", "choose k", "where k"]);
  const several = keyed({ card: card("k"), cards: ["a", "b"] });
  deedOf("m", several.keyed)?.();
  expect(several.asked).toEqual(["where a,b"]);
});

test("each change is done once, and none where there is no card", () => {
  for (const key of ["o", "s", "c", "delete"]) {
    const one = keyed({ card: card("k"), cards: ["k"] });
    deedOf(key, one.keyed)?.();
    expect(one.asked, key).toHaveLength(1);
    expect(deedOf(key, keyed({}).keyed), key).toBeUndefined();
  }
});

test("who only reads opens cards and changes nothing", () => {
  const { keyed: reading } = keyed({ card: card("k"), cards: ["k"] }, false);
  expect(deedOf("e", reading)).toBeDefined();
  for (const key of ["n", "m", "o", "s", "x", "c", "delete"])
    expect(deedOf(key, reading), key).toBeUndefined();
});

test("a letter that means nothing does nothing", () => {
  const { keyed: here } = keyed({ card: card("k"), cards: ["k"] });
  for (const key of ["k", "enter", "é"]) expect(deedOf(key, here)).toBeUndefined();
});
