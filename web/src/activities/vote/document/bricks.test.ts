import { expect, test } from "vitest";
import { brickOf } from "../sample";
import { duplicatesOf, found, placeBefore, standing, votable } from "./bricks";

const ids = (bricks: { id: string }[]): string => bricks.map(({ id }) => id).join(" ");

test("a duplicate stands with the brick it was grouped into", () => {
  const bricks = [brickOf("a"), brickOf("b", { into: "a" }), brickOf("c")];
  expect(ids(standing(bricks))).toBe("a c");
  expect(ids(duplicatesOf(bricks, "a"))).toBe("b");
});

test("a duplicate of a brick that is gone stands again", () => {
  expect(ids(standing([brickOf("b", { into: "gone" })]))).toBe("b");
});

test("nobody votes for what is always in", () => {
  const bricks = [brickOf("a", { always: true }), brickOf("b"), brickOf("c", { into: "b" })];
  expect(ids(votable(bricks))).toBe("b");
});

test("every word is looked for, accents and capitals aside", () => {
  const bricks = [
    brickOf("a", { title: "Écriture collaborative", about: "Etherpad" }),
    brickOf("b", { title: "Lettre d’information", category: "show" }),
  ];
  expect(ids(found(bricks, { words: "ETHERPAD ecriture", category: "all" }, bricks))).toBe("a");
  expect(ids(found(bricks, { words: "ecriture lettre", category: "all" }, bricks))).toBe("");
  expect(ids(found(bricks, { words: "", category: "show" }, bricks))).toBe("b");
});

test("what was grouped into a brick is found with it", () => {
  const bricks = [brickOf("a"), brickOf("b", { title: "Tenir une caisse", into: "a" })];
  expect(ids(found(standing(bricks), { words: "caisse", category: "all" }, bricks))).toBe("a");
});

test("one place up or down, and no further than the ends", () => {
  const shown = [brickOf("a"), brickOf("b"), brickOf("c")];
  expect(placeBefore(shown, "b", "up")).toBe("a");
  expect(placeBefore(shown, "a", "down")).toBe("c");
  expect(placeBefore(shown, "b", "down")).toBe("");
  expect(placeBefore(shown, "a", "up")).toBeNull();
  expect(placeBefore(shown, "c", "down")).toBeNull();
});
