// The names of rows and columns keep their order, wherever new ones come in.
import { expect, test } from "vitest";
import { compare } from "../../../document/order";
import { Dice } from "../fuzz/dice";
import { ids } from "./tables";

test("new ids stand where they are put, time and again", () => {
  const dice = new Dice(1);
  for (let world = 0; world < 20; world++) {
    const all = ids(null, null, 1 + dice.below(12));
    for (let added = 0; added < 60; added++) {
      const place = dice.below(all.length + 1);
      const [id] = ids(all[place - 1] ?? null, all[place] ?? null, 1);
      if (id !== undefined) all.splice(place, 0, id);
    }
    expect([...all].sort(compare)).toEqual(all);
    expect(new Set(all).size).toBe(all.length);
    expect(all.every((id) => /^[0-9A-Za-z]{6,64}$/.test(id))).toBe(true);
  }
});

test("at one place many fit, one before the other", () => {
  const first = ids(null, null, 2);
  const all = [first[0] ?? ""];
  for (let added = 0; added < 30; added++) {
    const [id] = ids(all.at(-1) ?? null, first[1] ?? null, 1);
    if (id === undefined) break;
    all.push(id);
  }
  expect(all.length).toBeGreaterThan(20);
  expect([...all].sort(compare)).toEqual(all);
});
