// @vitest-environment happy-dom
// What is asked of the sentences of every kind of document.
import { expect, test } from "vitest";
import { sentencesIn, type Tree } from "../messages/testing/sentences";
import { kinds } from "./kinds";

type Module = Record<string, Tree>;

const modules = import.meta.glob<Module>(
  ["./*/words/{fr,en,kind.fr,kind.en,create.fr,create.en}.ts", "./*/*/words/{fr,en}.ts"],
  { eager: true },
);

/** What is said in a language, by the folder of the kind and the name of the file. */
function said(language: "fr" | "en"): Tree {
  const files = Object.entries(modules).filter(([path]) => path.endsWith(`${language}.ts`));
  return Object.fromEntries(
    files.map(([path, module]) => [path.replace(/(fr|en)\.ts$/, ""), module]),
  );
}

const inLanguage = (language: "fr" | "en"): [string, string][] =>
  Object.entries(said(language)).flatMap(([file, module]) =>
    sentencesIn(Object.values(module as Module)[0] ?? {}, `${file} `),
  );

const languages = ["fr", "en"] as const;

test("every kind has its sentences in its folder", () => {
  const files = Object.keys(kinds).flatMap((kind) =>
    ["", "kind.", "create."].map((part) => `./${kind}/words/${part}`),
  );
  for (const language of languages)
    expect(Object.keys(said(language))).toEqual(expect.arrayContaining(files));
});

test("both languages say the same things", () => {
  const paths = (language: "fr" | "en"): string[] => inLanguage(language).map(([path]) => path);
  expect(paths("en")).toEqual(paths("fr"));
  expect(paths("fr").length).toBeGreaterThan(300);
});

test.each(languages)("nothing is left empty in %s", (language) => {
  for (const [path, sentence] of inLanguage(language)) expect(sentence.trim(), path).not.toBe("");
});

test.each(languages)("the words are those of a workshop in %s", (language) => {
  const strange =
    /\b(boards?|swimlanes?|tokens?|sync\w*|payload|markdown|websockets?|client|tu|ton|ta|tes)\b/i;
  const found = inLanguage(language).filter(
    ([path, text]) => strange.test(text) && !path.endsWith("files.md"),
  );
  expect(found).toEqual([]);
});

test("French is typeset as French", () => {
  for (const [path, sentence] of inLanguage("fr")) {
    expect(sentence, path).not.toMatch(/['"]|\.\.\./);
    // A mark that stands apart must not begin a line.
    const said = sentence.replace("mailto:", "");
    expect(said, path).not.toMatch(/ [;:!?»]|« |[^\s\u202f\u00a0][;:!?»](?!\/)/);
  }
});
