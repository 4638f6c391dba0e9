// Which beginnings of lines are signs of a list, and which belong to what people wrote.
import { expect, test } from "vitest";
import { signsIn } from "./list-signs";

/** What is left of each line. */
const left = (...lines: string[]): string[] =>
  signsIn(lines).map((sign, at) => sign?.text ?? lines[at] ?? "");

test("signs go, whatever program they come from", () => {
  const lines = ["· un", "•deux", "▪ trois", "☐ quatre", "☑cinq", "- six", "* sept", "– huit"];
  expect(left(...lines)).toEqual(["un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit"]);
  expect(left("·\tun", "o\tdeux", "\uf0b7\ttrois", "□ quatre", "[ ] cinq", "- [x] six")).toEqual([
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
  ]);
});

test("numbers go only where they count", () => {
  expect(left("1. un", "2. deux", "3. trois")).toEqual(["un", "deux", "trois"]);
  expect(left("1) un", "2) deux")).toEqual(["un", "deux"]);
  expect(left("1- un", "2- deux")).toEqual(["un", "deux"]);
  expect(left("1. un", "  1. deux", "  2. trois", "2. quatre")).toEqual([
    "un",
    "deux",
    "trois",
    "quatre",
  ]);
  expect(left("12. rue de la Paix")).toEqual(["12. rue de la Paix"]);
  const addresses = ["12. rue de la Paix", "13. rue de la Paix", "1. place du Marché"];
  expect(left(...addresses)).toEqual(addresses);
  expect(left("1. un", "2. deux", "12. rue de la Paix")[2]).toBe("12. rue de la Paix");
  expect(left("- un", "12. rue de la Paix")[1]).toBe("12. rue de la Paix");
});

test("what only looks like a sign stays", () => {
  const lines = [
    "-5 degrés",
    "3.5 kg",
    "2026 : bilan",
    "[lien](https://a.org)",
    "☕ café",
    "*gras*",
  ];
  expect(left(...lines)).toEqual(lines);
});

test("a dash is sure beside another sign alone", () => {
  const sure = (...lines: string[]): boolean[] =>
    signsIn(lines).map((sign) => sign?.isSure === true);
  expect(sure("- un")).toEqual([false]);
  expect(sure("- un", "", "- deux")).toEqual([true, false, true]);
  expect(sure("– Bonjour.", "Il sortit.", "– Adieu.")).toEqual([false, false, false]);
});
