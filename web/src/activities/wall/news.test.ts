import { expect, test } from "vitest";
import { readNews } from "./news";

test("news of a wall are read, and those of a later server are not", () => {
  const notes = { type: "notes", notes: 3, waiting: 1, fulfilled: 0 };
  expect(readNews({ ...notes, id: "x" })).toEqual(notes);
  expect(readNews({ type: "own" })).toEqual({ type: "own" });
  expect(readNews({ type: "notes", notes: "3" })).toBeNull();
  expect(readNews({ type: "confetti" })).toBeNull();
});
