import { expect, test } from "vitest";
import { viewsEn } from "./views.en";
import { viewsFr } from "./views.fr";

type Tree = { [key: string]: unknown };

/** Every sentence with the path to it; a sentence with gaps is said with samples in them. */
function sentences(tree: Tree, path = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] => {
    const here = `${path}${key}`;
    if (typeof value === "string") return [[here, value]];
    if (typeof value !== "function") return sentences(value as Tree, `${here}.`);
    const sentence = value as (...samples: unknown[]) => string;
    return [0, 1, 2].map((sample) => [`${here}(${sample})`, sentence(sample, sample, sample)]);
  });
}

test("both languages say the same things, and leave nothing empty", () => {
  const paths = (tree: Tree): string[] => sentences(tree).map(([path]) => path);
  expect(paths(viewsEn)).toEqual(paths(viewsFr));
  for (const [path, sentence] of [...sentences(viewsFr), ...sentences(viewsEn)]) {
    expect(sentence.trim(), path).not.toBe("");
  }
});

test("the words are those of a workshop", () => {
  const strange = /\b(boards?|swimlanes?|tokens?|sync\w*|payload|tu|ton|ta|tes)\b/i;
  for (const [path, sentence] of [...sentences(viewsFr), ...sentences(viewsEn)]) {
    expect(sentence, path).not.toMatch(strange);
  }
});

test("French is typeset as French", () => {
  for (const [path, sentence] of sentences(viewsFr)) {
    expect(sentence, path).not.toMatch(/['"]|\.\.\./);
    // A mark that stands apart must not begin a line.
    expect(sentence, path).not.toMatch(/ [;:!?»]|« |[^\s\u202f\u00a0][;:!?»](?!\/)/);
  }
});
