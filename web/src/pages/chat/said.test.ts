import { expect, test } from "vitest";
import { isNamed, partsOf } from "./said";

const people = [
  { id: "a", name: "Anne" },
  { id: "m", name: "Anne-Marie" },
  { id: "z", name: "Zoé Le Goff" },
  { id: "z2", name: "zoé le goff" },
  { id: "n", name: "" },
];

const links = (text: string): string[] =>
  partsOf(text, people).flatMap((part) => (part.kind === "link" ? [part.href] : []));

const names = (text: string): [string, readonly string[]][] =>
  partsOf(text, people).flatMap((part) =>
    part.kind === "name" ? [[part.text, part.people] as [string, readonly string[]]] : [],
  );

test("the parts of a text are the whole text", () => {
  for (const text of [
    "",
    "Bonjour",
    "@Anne",
    "Voir https://example.org/a?b=c, @Anne-Marie et www.example.org.",
    "@@Anne @",
    "(https://fr.wikipedia.org/wiki/Pad_(informatique))",
  ])
    expect(
      partsOf(text, people)
        .map((part) => part.text)
        .join(""),
    ).toBe(text);
});

test("an address ends before what ends the sentence", () => {
  expect(links("Voir https://example.org/a.")).toEqual(["https://example.org/a"]);
  expect(links("(www.example.org)")).toEqual(["https://www.example.org"]);
  expect(links("(https://a.org/Pad_(jeu))")).toEqual(["https://a.org/Pad_(jeu)"]);
  expect(links("HTTPS://a.org, http://b.org")).toEqual(["HTTPS://a.org", "http://b.org"]);
});

test("nothing but pages is an address", () => {
  for (const text of ["javascript:alert(1)", "data:text/html,x", "file:///etc", "mailto:a@b.org"])
    expect(links(text)).toEqual([]);
});

test("the longest name is meant, and all who have it", () => {
  expect(names("@Anne-Marie, @anne !")).toEqual([
    ["@Anne-Marie", ["m"]],
    ["@anne", ["a"]],
  ]);
  expect(names("@Zoe Le Goff")).toEqual([["@Zoe Le Goff", ["z", "z2"]]]);
});

test("what is no name of somebody names nobody", () => {
  for (const text of ["@Annette", "moi@Anne", "@", "@ Anne", "Anne"])
    expect(names(text)).toEqual([]);
  expect(isNamed("@Anne-Marie", "a", people)).toBe(false);
  expect(isNamed("Et toi, @Anne?", "a", people)).toBe(true);
  expect(isNamed("https://a.org/@Anne", "a", people)).toBe(false);
});
