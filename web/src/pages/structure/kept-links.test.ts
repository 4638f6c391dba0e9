// @vitest-environment happy-dom
import { beforeEach, expect, test } from "vitest";
import { forgetLinks, keepLinks, keptLinks } from "./kept-links";

const links = { participant: "https://a/join#m", reader: "https://a/join#r" };

beforeEach(() => localStorage.clear());

test("links are there until they are let go, each with its structure", () => {
  keepLinks("s", links);
  expect(keptLinks("s")).toEqual(links);
  expect(keptLinks("other")).toBeNull();
  forgetLinks("s");
  expect(keptLinks("s")).toBeNull();
});

test("what cannot be read is as if it were not there", () => {
  for (const kept of ["", "null", "[]", '{"participant":1,"reader":"r"}', '{"participant":"m"}']) {
    localStorage.setItem("atelier-links-s", kept);
    expect(keptLinks("s")).toBeNull();
  }
});
