// Words as they are counted in French, and characters as they are seen.
import { expect, test } from "vitest";
import { schema } from "../page/schema";
import { newTable } from "../writing/tables";
import { countBetween, countOf } from "./count";

const page = schema.node("doc", null, [
  schema.node("heading", null, [schema.text("L’été, enfin !")]),
  schema.node("paragraph", null, [
    schema.text("un "),
    schema.text("mo", [schema.marks.strong.create()]),
    schema.text("t\nà la ligne"),
  ]),
  newTable([[[schema.text("👨‍👩‍👧")], [schema.text("cafe\u0301 12")]]]),
]);

test("words are what stands between spaces and says something", () => {
  expect(countOf(page)).toEqual({ words: 2 + 5 + 2, characters: 14 + 16 + 1 + 7 });
  expect(countOf(page)).toEqual(countOf(page));
});

test("a part is counted by itself", () => {
  expect(countBetween(page, 1, 6)).toEqual({ words: 1, characters: 5 });
  expect(countBetween(page, 4, 19)).toEqual({ words: 3, characters: 13 });
  expect(countBetween(page, 0, page.content.size)).toEqual(countOf(page));
  expect(countBetween(page, 3, 3)).toEqual({ words: 0, characters: 0 });
});
