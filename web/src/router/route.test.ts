import { expect, test } from "vitest";
import { path, read } from "./route";

test("addresses are read", () => {
  expect(read("/", "")).toEqual({ kind: "home" });
  expect(read("/join", "#balo-lumi-472")).toEqual({ kind: "join", way: "balo-lumi-472" });
  expect(read("/join", "#balo%20lumi")).toEqual({ kind: "join", way: "balo lumi" });
  expect(read("/screen", "#7gq")).toEqual({ kind: "screen", secret: "7gq" });
  expect(read("/w/abc", "")).toEqual({ kind: "space", space: "abc" });
  expect(read("/w/abc/def/", "")).toEqual({ kind: "document", space: "abc", document: "def" });
});

test("what is not ours is missing", () => {
  for (const strange of ["/w", "/x", "/w/a/b/c", "/join/x"]) {
    expect(read(strange, "")).toEqual({ kind: "missing" });
  }
  expect(read("/join", "#%E0%A4%A")).toEqual({ kind: "join", way: "%E0%A4%A" });
});

test("addresses are written as they are read", () => {
  expect(read(path("a", "b"), "")).toEqual({ kind: "document", space: "a", document: "b" });
});
