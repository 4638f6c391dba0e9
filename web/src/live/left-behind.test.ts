// @vitest-environment happy-dom
import { afterEach, expect, test } from "vitest";
import { leaveBehind, leftBehind, letGo } from "./left-behind";

const listed = (id: string) =>
  ({
    id,
    kind: "pad",
    title: id,
    access: "write",
    archived: true,
    locked: false,
    updated: null,
  }) as const;

afterEach(() => {
  localStorage.clear();
});

test("what was left behind in a space is remembered until it is let go of", () => {
  leaveBehind("lilas", listed("a"));
  leaveBehind("ruche", listed("b"));
  expect(leftBehind("lilas")).toEqual([listed("a")]);
  letGo("a");
  expect(leftBehind("lilas")).toEqual([]);
  expect(leftBehind("ruche")).toEqual([listed("b")]);
});

test("what makes no sense counts as nothing", () => {
  localStorage.setItem("atelier-deleted-a", '{"space":"lilas","document":{"id":1}}');
  expect(leftBehind("lilas")).toEqual([]);
});
