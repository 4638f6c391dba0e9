// Markdown that is pasted as plain text keeps what it says.
import { expect, test } from "vitest";
import { atOnce } from "../../../ui/piecemeal";
import { readText } from "./read";
import { said } from "./testing/say";

const read = (text: string, isLiteral = false): string[] =>
  said(atOnce(readText(text, [], isLiteral)));

test("a page of Markdown keeps its structure", () => {
  const page = [
    "# Compte rendu",
    "",
    "Bonjour **à tous** et *merci*.",
    "",
    "Deuxième niveau",
    "---------------",
    "",
    "- louer",
    "  - [x] le **camion**",
    "",
    "1. un",
    "2. deux",
    "",
    "> Une citation",
    ">",
    "> qui continue",
    "",
    "> [!TIP]",
    "> Une astuce",
    "",
    "```js",
    "let *a* = 1;",
    "",
    "# pas un titre",
    "```",
    "",
    "| Qui | Quoi |",
    "| --- | :--: |",
    "| Ana | *pain* |",
    "",
    "***",
    "Fin #2",
  ].join("\n");
  expect(read(page)).toEqual([
    "# Compte rendu",
    "Bonjour **à tous** et *merci*.",
    "## Deuxième niveau",
    "- louer",
    "  [x] le **camion**",
    "1. un",
    "1. deux",
    "> Une citation",
    "> qui continue",
    "[!tip] Une astuce",
    "``` let *a* = 1;⏎⏎# pas un titre",
    "| Qui | Quoi |",
    "| Ana | *pain* |",
    "---",
    "Fin #2",
  ]);
});

test.each([
  ["**un *deux* trois**", "**un *****deux***** trois**"],
  ["***un***", "***un***"],
  ["un_mot_long et 2*3*4 * 5", "un_mot_long et 2*3*4 * 5"],
  ["_un_ et __deux__", "*un* et **deux**"],
  ["~~un~~ ~deux~", "~~un~~ ~deux~"],
  ["`a*b*c` et ``d`e``", "a*b*c et d`e"],
  ["\\*un\\* \\# 2", "*un* # 2"],
  [
    '[un *lien*](https://a.org/b_(c) "titre")',
    "[un ](https://a.org/b_(c))[*lien*](https://a.org/b_(c))",
  ],
  ["[piège](javascript:alert(1)) et [seul]", "piège et [seul]"],
  ["<https://a.org> <a@b.fr>", "[https://a.org](https://a.org) [a@b.fr](mailto:a@b.fr)"],
  ["<u>un</u> <strong>deux</strong>", "__un__ **deux**"],
  ["**pas fini", "**pas fini"],
  ["5 * 3 * 2", "5 * 3 * 2"],
  ["* * *un", "* * *un"],
])("%s", (text, line) => {
  expect(read(`x ${text}`)).toEqual([`x ${line}`]);
});

test("what is meant as it stands stays so", () => {
  const text = "# un\n\n**deux**\n> trois";
  expect(read(text, true)).toEqual(["# un", "", "**deux**", "> trois"]);
});

test("a text without structure keeps its blank lines, and a fence that is never closed its letters", () => {
  expect(read("un\n\n\ndeux")).toEqual(["un", "", "", "deux"]);
  expect(read("```\nun")).toEqual(["```", "un"]);
});

test.each(["*_", "[", "](", "`", "`a``b", "<u>", "**a ", "[a](b"])(
  "a hostile line of %s is read before the test ends",
  (sign) => {
    const line = sign.repeat(9_999 / sign.length);
    expect(read(line)).toHaveLength(1);
  },
);
