// Every sentence of a tree of them, for tests that read them all.

export type Tree = { [key: string]: unknown };

/** Each sentence with the path to it; a sentence with gaps is said with samples in them. */
export function sentencesIn(tree: Tree, path = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] => {
    const here = `${path}${key}`;
    if (typeof value === "string") return [[here, value]];
    if (typeof value === "function") return said(value as Sentence, here);
    return sentencesIn(value as Tree, `${here}.`);
  });
}

type Sentence = (...samples: unknown[]) => string;

function said(sentence: Sentence, path: string): [string, string][] {
  return [0, 1, 2].map((sample) => [`${path}(${sample})`, sentence(sample, sample, sample)]);
}
