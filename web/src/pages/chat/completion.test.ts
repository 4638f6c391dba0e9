import { expect, test } from "vitest";
import type { PersonView } from "../../generated/PersonView";
import { askedIn, named, whoIsMeant } from "./completion";

const person = (name: string, isHere = true): PersonView => ({
  id: name,
  name,
  structure: null,
  role: "participant",
  peers: isHere ? ["p"] : [],
});

test("a name is asked for behind an @ that begins a word", () => {
  expect(askedIn("Et @an", 6)).toEqual({ from: 3, typed: "an" });
  expect(askedIn("@", 1)).toEqual({ from: 0, typed: "" });
  expect(askedIn("(@Zoé Le", 8)).toEqual({ from: 1, typed: "Zoé Le" });
  expect(askedIn("@an suite", 3)).toEqual({ from: 0, typed: "an" });
  for (const text of ["anne@exemple", "@an\n", "rien"])
    expect(askedIn(text, text.length)).toBeNull();
});

test("who is meant is found by any of their names, without capitals and accents, who is here first", () => {
  const people = [person("Zoé Le Goff", false), person("Élodie"), person("Alice"), person("")];
  const meant = (typed: string): string[] => whoIsMeant(people, typed).map(({ name }) => name);
  expect(meant("")).toEqual(["Alice", "Élodie", "Zoé Le Goff"]);
  expect(meant("el")).toEqual(["Élodie"]);
  expect(meant("GOFF")).toEqual(["Zoé Le Goff"]);
  expect(meant("zoe le")).toEqual(["Zoé Le Goff"]);
  expect(meant("x")).toEqual([]);
});

test("no more are offered than can be chosen from", () => {
  const crowd = Array.from({ length: 30 }, (_, number) => person(`Ana ${String(number)}`));
  expect(whoIsMeant(crowd, "a")).toHaveLength(6);
});

test("the name takes the place of what was typed", () => {
  expect(named("Et @an ?", { from: 3, typed: "an" }, "Anne")).toEqual({
    text: "Et @Anne ?",
    caret: 9,
  });
  expect(named("@", { from: 0, typed: "" }, "Anne")).toEqual({ text: "@Anne ", caret: 6 });
});
