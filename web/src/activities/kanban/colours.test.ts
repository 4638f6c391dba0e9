// The colours of cards are the same ones in the document, on the screen and in words.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { colours } from "./contract";

const HERE = import.meta.dirname;
const read = (path: string): string => readFileSync(join(HERE, path), "utf8");

test("the server knows the same colours, in the same order", () => {
  const [, arms = ""] =
    /fn as_str[\s\S]*?\{([\s\S]*?)\n {4}\}/.exec(read("../../../../crdt/src/kanban/colour.rs")) ??
    [];
  const words = [...arms.matchAll(/=> "([a-z]+)"/g)].map(([, word]) => word);
  expect(words).toEqual([...colours]);
});

test("every colour has its shade", () => {
  const shades = read("view/colours.css");
  for (const colour of colours) expect(shades, colour).toContain(`.tinted-${colour} {`);
});
